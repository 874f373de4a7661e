'use client';
import { useEffect, useRef, useState } from 'react';
import { type Entry, isEcho } from './entry';
import { isLooking } from './is-looking';

/**
 * Where "New" stands: after what had been read when the reader came or looked away last. It stays while she reads, and goes
 * back with her when she wants to read again.
 */
export function useDivider(readNumber: number, unread: number): number | null {
  const [after, setAfter] = useState<number | null>(unread > 0 ? readNumber : null);
  const latest = useRef(readNumber);
  useEffect(() => {
    if (readNumber < latest.current) setAfter(readNumber);
    latest.current = readNumber;
  }, [readNumber]);
  useEffect(() => {
    const lookedAway = () => !isLooking() && setAfter(latest.current);
    window.addEventListener('blur', lookedAway);
    document.addEventListener('visibilitychange', lookedAway);
    return () => {
      window.removeEventListener('blur', lookedAway);
      document.removeEventListener('visibilitychange', lookedAway);
    };
  }, []);
  return after;
}

/** The message above which it stands: the first new one, unless that is one's own. */
export function firstNew(entries: readonly Entry[], after: number | null, me: string): string | null {
  if (after === null) return null;
  const first = entries.find((entry) => !isEcho(entry) && entry.number > after);
  const before = entries.some((entry) => !isEcho(entry) && entry.number <= after);
  return first && !isEcho(first) && first.author.id !== me && (before || first.number === after + 1) ? first.id : null;
}
