'use client';
import { useTimeZone, useTranslations } from 'next-intl';
import { Fragment, type KeyboardEvent, useMemo, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import type { Entry } from './entry';
import { DayLine } from './day-line';
import { MessageRow } from './message-row';
import { NewMessages } from './new-messages';
import { RoomBeginning } from './room-beginning';
import { tagOf } from './namesakes';
import { timelineRows } from './timeline-rows';
import { useMessageScroll } from './use-message-scroll';
import type { RoomScreenState } from './use-room-screen';

interface MessageListProps {
  screen: RoomScreenState;
  editing: string | null;
  onEdit: (messageId: string | null) => void;
  onWithdraw: (clientMsgId: string, keep: boolean) => void;
}

export function MessageList({ screen, editing, onEdit, onWithdraw }: MessageListProps) {
  const t = useTranslations('room');
  const zone = useTimeZone() ?? 'UTC';
  const { room, me, entries, shared } = screen;
  const label = useRoomLabel()(room.room);
  const scroll = useMessageScroll(room.room.id, entries, me.id);
  const [removing, setRemoving] = useState<string | null>(null);
  const rows = useMemo(() => timelineRows(scroll.shown, zone), [scroll.shown, zone]);
  const newestOwn = newestSentBy(me.id, entries);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroll.box}
        role="log"
        id="messages"
        aria-label={t('messages', { room: label })}
        aria-live="off"
        aria-relevant="additions"
        tabIndex={0}
        onKeyDown={(event) => moveBetweenRows(event)}
        className="flex h-full flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div ref={scroll.content} className="shrink-0 pb-2">
          <RoomBeginning room={room} empty={entries.length === 0} whole={scroll.atBeginning} />
          <div ref={scroll.top} />
          {rows.map(({ entry, day, grouped }) => (
            <Fragment key={entry.clientMsgId}>
              {day && <DayLine ts={entry.ts} day={day} />}
              <MessageRow
                entry={entry}
                grouped={grouped}
                own={entry.author.id === me.id}
                newestOwn={entry.clientMsgId === newestOwn}
                tag={tagOf(entry.author, shared)}
                editing={'id' in entry && entry.id === editing}
                onEdit={onEdit}
                onRemove={setRemoving}
                onWithdraw={onWithdraw}
              />
            </Fragment>
          ))}
          <div ref={scroll.bottom} />
        </div>
      </div>
      {!scroll.following && <NewMessages count={scroll.unseen} onGo={scroll.toEnd} />}
      <RemoveDialog messageId={removing} onClose={() => setRemoving(null)} onRemove={screen.remove} />
    </div>
  );
}

interface RemoveDialogProps {
  messageId: string | null;
  onClose: () => void;
  onRemove: (messageId: string) => void;
}

function RemoveDialog({ messageId, onClose, onRemove }: RemoveDialogProps) {
  const t = useTranslations('message');
  return (
    <ConfirmDialog
      open={messageId !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('removeTitle')}
      text={t('removeText')}
      action={t('removeConfirm')}
      onConfirm={() => messageId && onRemove(messageId)}
    />
  );
}

function newestSentBy(userId: string, entries: readonly Entry[]): string | undefined {
  const newest = entries.findLast((entry) => entry.author.id === userId);
  return newest && 'id' in newest && !newest.removed ? newest.clientMsgId : undefined;
}

/** ↑ and ↓ walk from message to message. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const place = rows.findIndex((row) => row.contains(document.activeElement));
  const step = event.key === 'ArrowUp' ? -1 : 1;
  const next = place < 0 ? rows[rows.length - 1] : rows[place + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
