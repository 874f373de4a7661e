'use client';
import { memo, useId, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { type Entry, isEcho } from './entry';
import { EchoActions } from './echo-actions';
import { MessageActions } from './message-actions';
import { MessageTime } from './message-time';
import type { RowActs } from './row-acts';
import { RowContent } from './row-content';
import { RowHead } from './row-head';
import { SentMark } from './sent-mark';

export interface MessageRowProps {
  entry: Entry;
  grouped: boolean;
  me: string;
  /** The newest own message says that it has arrived. */
  newestOwn: boolean;
  tag: string | null;
  editing: boolean;
  /** The address names it: it draws the eye for a moment. */
  flashing: boolean;
  /** Nothing can be changed: the room is archived. */
  readOnly: boolean;
  /** Who has read up to it, as far as one is told. */
  seenBy: string | null;
  acts: RowActs;
}

/** One line of the conversation. Echo and message of the same `clientMsgId` are the same row, so nothing moves when it arrives. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { entry, grouped, flashing, me } = props;
  const head = useId();
  const [near, setNear] = useState(false);
  return (
    <article
      data-row
      data-message-id={isEcho(entry) ? undefined : entry.id}
      data-client-msg-id={entry.clientMsgId}
      data-number={isEcho(entry) ? undefined : entry.number}
      data-flashing={flashing || undefined}
      aria-labelledby={`${head}-author ${head}-time`}
      tabIndex={-1}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      className={cn(
        'group/row relative grid scroll-my-8 grid-cols-[2.25rem_minmax(0,1fr)_1rem] gap-x-3 px-4 py-0.5 outline-offset-[-2px] hover:bg-hover sm:px-6',
        !grouped && 'mt-3',
        flashing && 'animate-flash motion-reduce:bg-accent/18',
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
        <RowHead {...props} own={entry.author.id === me} id={head} />
        <RowContent {...props} />
      </div>
      <Mark {...props} />
      {near && <Actions {...props} />}
    </article>
  );
});

function Mark({ entry, newestOwn, seenBy }: MessageRowProps) {
  if (!isEcho(entry)) return newestOwn && <SentMark state={seenBy ? 'read' : 'sent'} seenBy={seenBy} />;
  const { state, error } = entry.echo;
  return state !== 'failed' && <SentMark state={state} error={error} />;
}

function Actions({ entry, me, editing, readOnly, acts }: MessageRowProps) {
  if (isEcho(entry)) {
    const { clientMsgId, state } = entry.echo;
    return state === 'queued' && <EchoActions onEdit={() => acts.withdraw(clientMsgId, true)} onRemove={() => acts.withdraw(clientMsgId, false)} />;
  }
  return !editing && !entry.removed && <MessageActions message={entry} own={entry.author.id === me} readOnly={readOnly} acts={acts} />;
}
