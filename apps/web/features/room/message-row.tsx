'use client';
import { memo, useId } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { type Entry, isEcho } from './entry';
import { MessageActions } from './message-actions';
import { MessageTime } from './message-time';
import { RowContent } from './row-content';
import { RowHead } from './row-head';
import { SentMark } from './sent-mark';

export interface MessageRowProps {
  entry: Entry;
  grouped: boolean;
  own: boolean;
  /** The newest own message says that it has arrived. */
  newestOwn: boolean;
  tag: string | null;
  editing: boolean;
  onEdit: (messageId: string | null) => void;
  onRemove: (messageId: string) => void;
  /** Withdraws a message that is still here; `keep` puts its text back into the composer. */
  onWithdraw: (clientMsgId: string, keep: boolean) => void;
}

/** One line of the conversation. Echo and message of the same `clientMsgId` are the same row, so nothing moves when it arrives. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { entry, grouped } = props;
  const head = useId();
  return (
    <article
      data-row
      data-message-id={isEcho(entry) ? undefined : entry.id}
      data-client-msg-id={entry.clientMsgId}
      aria-labelledby={`${head}-author ${head}-time`}
      tabIndex={-1}
      className={cn(
        'group/row relative grid scroll-my-8 grid-cols-[2.25rem_minmax(0,1fr)_1rem] gap-x-3 px-4 py-0.5 outline-offset-[-2px] hover:bg-hover sm:px-6',
        !grouped && 'mt-3',
      )}
    >
      {grouped ? (
        <MessageTime
          ts={entry.ts}
          short
          className="pt-[0.3rem] text-right text-[0.65rem] whitespace-nowrap text-soft tabular-nums opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100"
        />
      ) : (
        <Avatar user={entry.author} className="mt-0.5" />
      )}
      <div className="min-w-0">
        <RowHead {...props} id={head} />
        <RowContent {...props} />
      </div>
      <Mark {...props} />
      <Actions {...props} />
    </article>
  );
});

function Mark({ entry, newestOwn }: MessageRowProps) {
  if (!isEcho(entry)) return newestOwn && <SentMark state="sent" />;
  const { state, error } = entry.echo;
  return state !== 'failed' && <SentMark state={state} error={error} />;
}

function Actions({ entry, own, editing, onEdit, onRemove, onWithdraw }: MessageRowProps) {
  if (isEcho(entry)) {
    const { clientMsgId, state } = entry.echo;
    if (state !== 'queued') return null;
    return <MessageActions onEdit={() => onWithdraw(clientMsgId, true)} onRemove={() => onWithdraw(clientMsgId, false)} />;
  }
  if (!own || editing || entry.removed) return null;
  return <MessageActions onEdit={() => onEdit(entry.id)} onRemove={() => onRemove(entry.id)} />;
}
