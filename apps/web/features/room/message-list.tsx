'use client';
import { useTimeZone, useTranslations } from 'next-intl';
import { Fragment, type KeyboardEvent, useMemo } from 'react';
import { isField } from '@/components/is-field';
import { cn } from '@/components/ui/cn';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import { useRoomLinks } from '@/features/rooms/use-room-links';
import { DayLine } from './day-line';
import { Divider } from './divider';
import { isEcho } from './entry';
import { MessageRow } from './message-row';
import { tagOf } from './namesakes';
import { NewMessages } from './new-messages';
import { newestSentBy } from './newest-sent-by';
import { RoomBeginning } from './room-beginning';
import type { RowActs } from './row-acts';
import { timelineRows } from './timeline-rows';
import { UnreadJump } from './unread-jump';
import { useConversationPlace } from './use-conversation-place';
import type { RoomScreenState } from './use-room-screen';
import { useSeenBy } from './use-seen-by';

interface MessageListProps {
  screen: RoomScreenState;
  editing: string | null;
  /** How often she has said something here. */
  posts: number;
  acts: RowActs;
}

export function MessageList({ screen, editing, posts, acts }: MessageListProps) {
  const t = useTranslations('room');
  const zone = useTimeZone() ?? 'UTC';
  const { room, me, entries, shared } = screen;
  const label = useRoomLabel()(room.room);
  const followLink = useRoomLinks();
  const place = useConversationPlace(screen, { editing, posts, acts });
  const { scroll, divider, flashing, pending } = place;
  const rows = useMemo(() => timelineRows(scroll.shown, zone, divider), [scroll.shown, zone, divider]);
  const newestOwn = newestSentBy(me.id, entries);
  const seenBy = useSeenBy(room, newestOwn?.number, me.id);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroll.box}
        role="log"
        id="messages"
        data-unread={place.elsewhere ? 'elsewhere' : undefined}
        aria-label={t('messages', { room: label })}
        aria-live="off"
        aria-relevant="additions"
        tabIndex={0}
        onKeyDown={moveBetweenRows}
        onClick={followLink}
        className={cn(
          'flex h-full flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]',
          pending && 'opacity-0',
        )}
      >
        {/* An editor at the end is not covered by the way down. */}
        <div ref={scroll.content} className={cn('shrink-0', editing ? 'pb-16' : 'pb-2')}>
          <RoomBeginning room={room} empty={entries.length === 0} whole={scroll.atBeginning} />
          <div ref={scroll.top} />
          {rows.map(({ entry, day, grouped }) => (
            <Fragment key={entry.clientMsgId}>
              {day && <DayLine ts={entry.ts} day={day} />}
              {!isEcho(entry) && entry.id === divider && <Divider />}
              <MessageRow
                entry={entry}
                grouped={grouped}
                me={me.id}
                newestOwn={entry.clientMsgId === newestOwn?.clientMsgId}
                seenBy={entry.clientMsgId === newestOwn?.clientMsgId ? seenBy : null}
                tag={tagOf(entry.author, shared)}
                editing={!isEcho(entry) && entry.id === editing}
                flashing={!isEcho(entry) && entry.id === flashing}
                readOnly={room.room.archivedTs !== undefined}
                acts={acts}
              />
            </Fragment>
          ))}
          <div ref={scroll.bottom} />
        </div>
      </div>
      {place.more > 0 && <UnreadJump count={place.more} onJump={() => void place.toUnread()} />}
      {!scroll.following && <NewMessages unseen={scroll.unseen} onGo={place.goToEnd} />}
    </div>
  );
}

/** ↑ and ↓ walk from message to message. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isForRows(event)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const place = rows.findIndex((row) => row.contains(document.activeElement));
  const step = event.key === 'ArrowUp' ? -1 : 1;
  const next = place < 0 ? rows[rows.length - 1] : rows[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What a popup hears that was opened from a row comes by here too, since it is a child of the row, though not in the page. */
function isForRows({ currentTarget, target, defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return false;
  return currentTarget.contains(target as Node) && !isField(target);
}
