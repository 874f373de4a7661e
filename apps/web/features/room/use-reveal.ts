'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Entry, isEcho } from './entry';
import { around, type MessageWindow } from './message-window';
import type { ScrollKeeper } from './scroll-keeper';

export interface RevealTarget {
  readonly messageId: string;
  /** How far below the top its text shall begin; else a third of the way down. */
  readonly textPx?: number;
}

/** Brings a message into view, once it is loaded and in the page. */
export function useReveal(keeper: RefObject<ScrollKeeper | null>, box: RefObject<HTMLElement | null>, entries: readonly Entry[], setWindow: (window: MessageWindow) => void): (target: RevealTarget) => void {
  const [target, setTarget] = useState<RevealTarget | null>(null);
  useLayoutEffect(() => {
    if (target === null) return;
    const place = entries.findIndex((entry) => !isEcho(entry) && entry.id === target.messageId);
    if (place < 0) return;
    const row = box.current?.querySelector(`[data-message-id="${target.messageId}"]`);
    if (!row) return setWindow(around(entries, place));
    keeper.current?.show(row, target.textPx);
    setTarget(null);
  });
  return setTarget;
}
