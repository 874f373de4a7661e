'use client';
import type { ChatView } from '@fourways/chat-client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSwitchText } from '@/features/delivery/use-switch-text';
import { gistOf } from '@/features/attachments/gist-of';
import { useChat } from './chat-context';
import { useErrorText } from './error-text';
import { type SpokenNews, useSpokenNews } from './use-spoken-news';

const lastSwitchOf = (view: ChatView) => view.lastSwitch;
const failureOf = (view: ChatView) => view.outbox.find(({ state }) => state === 'failed');

/**
 * Speaks for those who do not see the screen: what others write from now on, a change of mode, an own message that
 * failed. Not the history, not edits, not one's own words; a plain live region would read all of them.
 */
export function Announcer({ timeline, userId }: { timeline: RoomTimeline; userId: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const switchText = useSwitchText();
  const [opened] = useState(timeline.roomSeq);
  const lastSwitch = useChat(lastSwitchOf);
  const failure = useChat(failureOf);
  const news = useSpokenNews(timeline.messages, opened, userId);
  const sentence = ({ newest, count }: SpokenNews) =>
    count > 1 ? t('room.newMessages', { count }) : t('room.announce', { author: newest.author.name, body: gistOf(newest) });
  return (
    <div className="sr-only">
      <p role="status">{news && sentence(news)}</p>
      <p role="status">{lastSwitch?.outcome === 'switched' && switchText(lastSwitch)}</p>
      <p role="alert">{failure && t('message.failedAnnounce', { reason: errorText(failure.error) })}</p>
    </div>
  );
}
