'use client';
import type { ChatView } from '@fourways/chat-client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { useSwitchText } from '@/features/delivery/use-switch-text';
import { gistOf } from '@/features/attachments/gist-of';
import { useChat } from './chat-context';
import { useErrorText } from './error-text';
import { type SpokenNews, useSpokenNews } from './use-spoken-news';

const lastSwitchOf = (view: ChatView) => view.lastSwitch;
const outboxOf = (view: ChatView) => view.outbox;

/**
 * Speaks for those who do not see the screen: what others write from now on, a change of mode, an own message that
 * failed. Not the history, not edits, not one's own words; a plain live region would read all of them. Each sentence has
 * a key, since only a change of the page is spoken: the same words once more are none.
 */
export function Announcer({ timeline, userId }: { timeline: RoomTimeline; userId: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const switchText = useSwitchText();
  const [opened] = useState(timeline.roomSeq);
  const lastSwitch = useChat(lastSwitchOf);
  const failures = useChat(outboxOf).filter(({ state }) => state === 'failed');
  const news = useSpokenNews(timeline.messages, opened, userId);
  const sentence = ({ newest, count }: SpokenNews) =>
    count > 1 ? t('room.newMessages', { count }) : t('room.announce', { author: newest.author.name, body: gistOf(newest) });
  return (
    <div className="sr-only">
      <p role="status">{news && <Fragment key={news.newest.id}>{sentence(news)}</Fragment>}</p>
      <p role="status">{lastSwitch?.outcome === 'switched' && <Fragment key={lastSwitch.at}>{switchText(lastSwitch)}</Fragment>}</p>
      <div role="alert" aria-atomic="false">
        {failures.map(({ clientMsgId, error }) => (
          <p key={clientMsgId}>{t('message.failedAnnounce', { reason: errorText(error) })}</p>
        ))}
      </div>
    </div>
  );
}
