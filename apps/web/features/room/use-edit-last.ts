'use client';
import { type RefObject, useEffect, useState } from 'react';
import { type Entry, isEcho } from './entry';
import type { RowActs } from './row-acts';

interface Place {
  readonly entries: readonly Entry[];
  readonly userId: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly acts: RowActs;
}

/** ↑: what one has said last can be said anew. What has not left yet comes back to the composer; what is under way is edited when it has arrived, unless one writes on. */
export function useEditLast({ entries, userId, field, acts }: Place): () => void {
  const [awaited, setAwaited] = useState<string | null>(null);

  useEffect(() => {
    const entry = awaited === null ? undefined : entries.find(({ clientMsgId }) => clientMsgId === awaited);
    if (!entry || isUnderWay(entry)) return;
    setAwaited(null);
    if (!isEcho(entry) && field.current?.value === '') acts.edit(entry.id);
  }, [acts, awaited, entries, field]);

  return () => {
    const last = entries.findLast((entry) => entry.author.id === userId && (isEcho(entry) || !entry.removed));
    if (!last) return;
    if (!isEcho(last)) acts.edit(last.id);
    else if (isUnderWay(last)) setAwaited(last.clientMsgId);
    else acts.withdraw(last.clientMsgId, true);
  };
}

function isUnderWay(entry: Entry): boolean {
  return isEcho(entry) && entry.echo.state !== 'queued' && entry.echo.state !== 'failed';
}
