'use client';
import type { Message } from '@fourways/chat-core';
import { useEffect, useRef, useState } from 'react';

/** Nobody can listen to more. */
const PAUSE_MS = 2_000;

/** What others have said, newest last, as it is to be spoken: one message as a whole; of several, how many. */
export interface SpokenNews {
  readonly newest: Message;
  readonly count: number;
}

/** The messages that came since the last time something was spoken, at most every two seconds. What is removed is not left standing. */
export function useSpokenNews(messages: readonly Message[], opened: number, userId: string): SpokenNews | null {
  const [spoken, setSpoken] = useState<SpokenNews | null>(null);
  const upTo = useRef(opened);
  const latest = useRef(messages);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = messages;
    const speak = () => {
      const fresh = newsAfter(latest.current, upTo.current, userId);
      const newest = fresh.at(-1);
      pause.current = newest && setTimeout(speak, PAUSE_MS);
      if (!newest) return;
      upTo.current = newest.roomSeq;
      setSpoken({ newest, count: fresh.length });
    };
    if (pause.current === undefined) speak();
  }, [messages, userId]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const isRemoved = spoken !== null && messages.findLast(({ id }) => id === spoken.newest.id)?.removed;
  return isRemoved ? null : spoken;
}

function newsAfter(messages: readonly Message[], roomSeq: number, userId: string): Message[] {
  const start = messages.findLastIndex((message) => message.roomSeq <= roomSeq) + 1;
  return messages.slice(start).filter(({ author, removed }) => author.id !== userId && !removed);
}
