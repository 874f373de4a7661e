'use client';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from './entry';
import type { MessageSource } from './message-source';
import { earlier, later, newestWindow, pinned, rangeOf } from './message-window';
import { ScrollKeeper } from './scroll-keeper';
import { unseenOf } from './unseen-of';
import { useNearby } from './use-nearby';
import { useReveal } from './use-reveal';

interface Going {
  /** Number of the room's newest message. */
  readonly lastNumber: number;
  /** The conversation as it goes on, whatever is shown of it. */
  readonly live: readonly Entry[];
  readonly me: string;
  /** How often she has said something here. */
  readonly posts: number;
  /** She has scrolled to the end. */
  readonly onEnd: () => void;
}

/** Which messages are in the page, and where the reader stands among them. */
export function useMessageScroll(source: MessageSource, { lastNumber, live: going, me, posts, onEnd }: Going) {
  const { entries, live, leave } = source;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const keeper = useRef<ScrollKeeper>(null);
  const latest = useRef({ entries, live, lastNumber, leave, onEnd });
  const [window, setWindow] = useState(newestWindow);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { from, to } = rangeOf(window, entries);
  const shown = useMemo(() => entries.slice(from, to), [entries, from, to]);
  const cutAtEnd = to < entries.length;

  const onFollow = useCallback((following: boolean, byReader: boolean) => {
    const now = latest.current;
    if (following && byReader) now.onEnd();
    if (following && now.live) now.leave();
    setLeftAt(following ? null : now.lastNumber);
    setWindow((shown) => (following ? newestWindow : pinned(shown, now.entries)));
  }, []);

  useLayoutEffect(() => {
    latest.current = { entries, live, lastNumber, leave, onEnd };
  });
  useLayoutEffect(() => {
    if (!box.current || !content.current) return;
    keeper.current = new ScrollKeeper(box.current, onFollow);
    return keeper.current.watch(content.current);
  }, [onFollow]);
  useLayoutEffect(() => {
    if (!keeper.current) return;
    keeper.current.endIsReal = live && !cutAtEnd;
    if (keeper.current.settled) keeper.current.settle();
  });

  const toEnd = useCallback(() => {
    leave();
    setWindow(newestWindow);
    setLeftAt(null);
    keeper.current?.toEnd();
  }, [leave]);

  useOnIncrease(posts, toEnd);

  const showEarlier = useCallback(() => {
    if (from > 0) setWindow((now) => earlier(now, latest.current.entries));
    else source.older();
  }, [from, source]);
  const showLater = useCallback(() => {
    if (cutAtEnd) setWindow((now) => later(now, latest.current.entries));
    else source.newer();
  }, [cutAtEnd, source]);
  const atBeginning = from === 0 && !source.hasOlder;
  const top = useNearby(box, atBeginning ? null : showEarlier);
  const bottom = useNearby(box, cutAtEnd || source.hasNewer ? showLater : null);
  const reveal = useReveal(keeper, box, entries, setWindow);

  return {
    ...{ box, content, top, bottom, shown, atBeginning, toEnd, reveal, keeper },
    following: live && leftAt === null,
    unseen: useMemo(() => unseenOf(going, leftAt, lastNumber, me), [going, leftAt, lastNumber, me]),
  };
}

/** Own words always bring one to the end. */
function useOnIncrease(count: number, act: () => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) act();
    before.current = count;
  }, [count, act]);
}
