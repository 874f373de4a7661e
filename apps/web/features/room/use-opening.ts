'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFromServer } from '@/components/use-from-server';
import { fetchMarkdown } from '@/features/markdown/lazy-markdown';
import { isEcho } from './entry';
import type { ReadingPlace } from './reading-places';
import type { useMessageScroll } from './use-message-scroll';

/** No longer than this a place waits to be drawn with its Markdown. */
const MARKDOWN_MS = 1_000;
/** No longer than this nothing is shown. */
const NOTHING_MS = 5_000;

interface Beginning {
  /** Where one was when one went away. */
  readonly left: ReadingPlace | undefined;
  /** The first new message. */
  readonly divider: string | null;
  /** It is not loaded. */
  readonly elsewhere: boolean;
  readonly restore: (place: ReadingPlace) => Promise<void>;
  /** To the first new message. */
  readonly toUnread: () => Promise<void>;
  /** Goes on with what is loaded. */
  readonly leave: () => void;
}

/**
 * Opens where one was, or else at the first new message, if it lies above what fits on the screen or is not even loaded. Until
 * then nothing is shown: nothing jumps. The server's page is there already, if it has drawn that place (OpeningScript), and who has scrolled
 * in it stays where she is.
 */
export function useOpening({ box, keeper, shown: rows }: ReturnType<typeof useMessageScroll>, { left, divider, elsewhere, restore, toUnread, leave }: Beginning): boolean {
  const fromServer = useFromServer();
  const [pending, setPending] = useState(() => {
    if (typeof window === 'undefined') return true;
    if (!fromServer) return left !== undefined || divider !== null || elsewhere;
    return left ? !rows.some((entry) => !isEcho(entry) && entry.id === left.messageId) : elsewhere;
  });
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (fromServer && hasScrolled(box.current!)) {
      keeper.current?.stay();
      return setPending(false);
    }
    const way = left ? restore(left) : elsewhere && toUnread();
    if (way) return void inTime(Promise.all([way, pending && markdown()]), leave).finally(() => setPending(false));
    const row = divider && box.current?.querySelector(`[data-message-id="${divider}"]`);
    // The server's page stands there already, if it was above.
    const shown = (box.current?.scrollTop ?? 0) < 0;
    if (row && (shown || keeper.current?.isAbove(row))) keeper.current?.show(row);
    setPending(false);
  }, [box, divider, elsewhere, fromServer, keeper, leave, left, pending, restore, toUnread]);
  return pending;
}

/** Since the server's page was opened there. */
function hasScrolled({ scrollTop, dataset: { openedPx } }: HTMLElement): boolean {
  return openedPx !== undefined && Math.abs(scrollTop - Number(openedPx)) > 1;
}

async function inTime(way: Promise<unknown>, giveUp: () => void): Promise<void> {
  const timer = new Promise<'late'>((resolve) => setTimeout(resolve, NOTHING_MS, 'late'));
  if ((await Promise.race([way, timer])) === 'late') giveUp();
}

/** What stands as it was typed at first would move what is read. */
function markdown(): Promise<unknown> {
  return Promise.race([fetchMarkdown(), new Promise((resolve) => setTimeout(resolve, MARKDOWN_MS))]);
}
