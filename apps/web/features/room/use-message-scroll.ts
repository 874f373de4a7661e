'use client';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Entry, isEcho } from './entry';
import type { MessageSource } from './message-source';
import { around, earlier, later, newestWindow, pinned, rangeOf } from './message-window';
import { ScrollKeeper } from './scroll-keeper';
import { useNearby } from './use-nearby';

/** Which messages are in the page, and where the reader stands among them. */
export function useMessageScroll(source: MessageSource, me: string, ownEchoes: number) {
  const { entries, live } = source;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const keeper = useRef<ScrollKeeper>(null);
  const latest = useRef(entries);
  const [window, setWindow] = useState(newestWindow);
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { from, to } = rangeOf(window, entries);
  const shown = useMemo(() => entries.slice(from, to), [entries, from, to]);
  const cutAtEnd = to < entries.length;

  const onFollow = useCallback((following: boolean) => {
    setLeftAt(following ? null : newestSeq(latest.current));
    setWindow((now) => (following ? newestWindow : pinned(now, latest.current)));
  }, []);

  useLayoutEffect(() => {
    latest.current = entries;
  });
  useLayoutEffect(() => {
    if (!box.current || !content.current) return;
    keeper.current = new ScrollKeeper(box.current, onFollow);
    return keeper.current.watch(content.current);
  }, [onFollow]);
  useLayoutEffect(() => keeper.current?.settle());

  const { leave } = source;
  const toEnd = useCallback(() => {
    leave();
    setWindow(newestWindow);
    setLeftAt(null);
    keeper.current?.toEnd();
  }, [leave]);

  useOnIncrease(ownEchoes, toEnd);

  const showEarlier = useCallback(() => {
    if (from > 0) setWindow((now) => earlier(now, latest.current));
    else source.older();
  }, [from, source]);
  const showLater = useCallback(() => {
    if (cutAtEnd) setWindow((now) => later(now, latest.current));
    else source.newer();
  }, [cutAtEnd, source]);
  const atBeginning = from === 0 && !source.hasOlder;
  const top = useNearby(box, atBeginning ? null : showEarlier);
  const bottom = useNearby(box, cutAtEnd || source.hasNewer ? showLater : null);
  const reveal = useReveal(keeper, box, entries, setWindow);

  return {
    ...{ box, content, top, bottom, shown, atBeginning, toEnd, reveal, keeper },
    following: live && leftAt === null,
    unseen: leftAt === null ? 0 : entries.filter((entry) => isNews(entry, leftAt, me)).length,
  };
}

/** Brings a loaded message into view, once it is in the page; the answer says whether it is loaded. */
function useReveal(keeper: { current: ScrollKeeper | null }, box: { current: HTMLElement | null }, entries: readonly Entry[], setWindow: (window: ReturnType<typeof around>) => void) {
  const [target, setTarget] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (target === null) return;
    const place = entries.findIndex((entry) => !isEcho(entry) && entry.id === target);
    if (place < 0) return;
    const row = box.current?.querySelector(`[data-message-id="${target}"]`);
    if (!row) return setWindow(around(entries, place));
    keeper.current?.show(row);
    setTarget(null);
  });
  return setTarget;
}

function newestSeq(entries: readonly Entry[]): number {
  const newest = entries.findLast((entry) => !isEcho(entry));
  return newest && !isEcho(newest) ? newest.roomSeq : 0;
}

function isNews(entry: Entry, after: number, me: string): boolean {
  return !isEcho(entry) && entry.roomSeq > after && entry.author.id !== me;
}

/** Own words always bring one to the end. */
function useOnIncrease(count: number, act: () => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) act();
    before.current = count;
  }, [count, act]);
}
