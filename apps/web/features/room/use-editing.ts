'use client';
import { useEffect } from 'react';
import { type Entry, isEcho } from './entry';
import type { RowActs } from './row-acts';
import type { useMessageScroll } from './use-message-scroll';
import type { Past } from './use-past';

interface Surroundings {
  /** What is shown now, and the conversation as it goes on. */
  readonly entries: readonly Entry[];
  readonly live: readonly Entry[];
  readonly past: Past;
  readonly acts: RowActs;
}

/** The message that is being edited is in the page, and those that arrive do not move it away. It ends with the message. */
export function useEditing(messageId: string | null, { keeper, box, reveal }: ReturnType<typeof useMessageScroll>, { entries, live, past: { leave }, acts }: Surroundings): void {
  const gone = messageId !== null && !isThere(entries, messageId) && !isThere(live, messageId);
  useEffect(() => {
    if (gone) acts.edit(null);
  }, [acts, gone]);

  useEffect(() => {
    if (messageId === null) return;
    const release = keeper.current?.holdStill();
    const row = box.current?.querySelector(`[data-message-id="${messageId}"]`);
    if (row) keeper.current?.bring(row);
    else {
      leave();
      reveal({ messageId });
    }
    return release;
  }, [box, keeper, leave, messageId, reveal]);
}

function isThere(entries: readonly Entry[], messageId: string): boolean {
  return entries.some((entry) => !isEcho(entry) && entry.id === messageId && !entry.removed);
}
