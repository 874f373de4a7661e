'use client';
import { useEffect, useRef, useState } from 'react';
import { type Entry, isEcho } from './entry';
import { isLooking } from './is-looking';

interface Reader {
  readonly me: string;
  /** How far she has read, and how many messages are unread. */
  readonly readNumber: number;
  readonly unread: number;
  /** How often she has said something here. */
  readonly posts: number;
}

/**
 * Where "New" stands: after what had been read when the reader came or looked away last. It stays while she reads, goes back
 * with her when she wants to read again, and goes on with her when she reads or writes elsewhere meanwhile. Who writes here
 * where nothing is new follows the conversation: what comes then is not new either.
 */
export function useDivider(live: readonly Entry[], { me, readNumber, unread, posts }: Reader): number | null {
  const [after, setAfter] = useState<number | null>(unread > 0 ? readNumber : null);
  const latest = useRef(readNumber);
  const entries = useRef(live);
  useEffect(() => {
    entries.current = live;
  });
  useEffect(() => {
    if (readNumber < latest.current || (readNumber > latest.current && !isLooking())) setAfter(readNumber);
    latest.current = readNumber;
  }, [readNumber]);
  useEffect(() => {
    if (posts > 0) setAfter((now) => (now !== null && firstOfOthers(entries.current, now, me) ? now : null));
  }, [me, posts]);
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

/** The message above which it stands: the first of the others after that number, if nothing is missing between. */
export function firstNew(entries: readonly Entry[], after: number | null, me: string): string | null {
  if (after === null) return null;
  const whole = entries.some((entry) => !isEcho(entry) && entry.number <= after + 1);
  return whole ? (firstOfOthers(entries, after, me) ?? null) : null;
}

function firstOfOthers(entries: readonly Entry[], after: number, me: string): string | undefined {
  const first = entries.find((entry) => !isEcho(entry) && entry.number > after && entry.author.id !== me);
  return first && !isEcho(first) ? first.id : undefined;
}
