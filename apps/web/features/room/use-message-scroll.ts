'use client';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useChatClient, useTimeline } from './chat-context';
import { type Entry, isEcho } from './entry';
import { earlier, later, newestWindow, pinned, rangeOf } from './message-window';
import { ScrollKeeper } from './scroll-keeper';
import { useNearby } from './use-nearby';

/** Which messages are in the page, and where the reader stands among them. */
export function useMessageScroll(roomId: string, entries: readonly Entry[], me: string) {
  const client = useChatClient();
  const loadedFrom = useTimeline().rooms.get(roomId)?.loadedFrom ?? 0;
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

  const toEnd = useCallback(() => {
    setWindow(newestWindow);
    setLeftAt(null);
    keeper.current?.toEnd();
  }, []);

  const ownEchoes = entries.filter(isEcho).length;
  useOnIncrease(ownEchoes, toEnd);

  const showEarlier = useCallback(() => {
    if (from > 0) setWindow((now) => earlier(now, latest.current));
    else if (loadedFrom > 0) void client.loadOlder(roomId).catch(() => undefined);
  }, [client, from, loadedFrom, roomId]);
  const showLater = useCallback(() => setWindow((now) => later(now, latest.current)), []);
  const atBeginning = from === 0 && loadedFrom === 0;
  const top = useNearby(box, atBeginning ? null : showEarlier);
  const bottom = useNearby(box, cutAtEnd ? showLater : null);

  return {
    box,
    content,
    top,
    bottom,
    shown,
    atBeginning,
    following: leftAt === null,
    unseen: leftAt === null ? 0 : entries.filter((entry) => isNews(entry, leftAt, me)).length,
    toEnd,
  };
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
