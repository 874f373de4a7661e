'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Entry, isEcho } from './entry';
import { around, type MessageWindow } from './message-window';
import type { ScrollKeeper } from './scroll-keeper';

/** A message, or the first after a number. */
export type RevealTarget = ({ readonly messageId: string } | { readonly afterNumber: number }) & {
  /** How far below the top its text shall begin; else a third of the way down. */
  readonly textPx?: number;
};

/** Brings one of the messages that are shown into view, though it may not be in the page yet. */
export function useReveal(keeper: RefObject<ScrollKeeper | null>, box: RefObject<HTMLElement | null>, entries: readonly Entry[], setWindow: (window: MessageWindow) => void): (target: RevealTarget) => void {
  const [target, setTarget] = useState<RevealTarget | null>(null);
  useLayoutEffect(() => {
    if (target === null) return;
    const place = entries.findIndex((entry) => !isEcho(entry) && ('messageId' in target ? entry.id === target.messageId : entry.number > target.afterNumber));
    const row = place < 0 ? null : box.current?.querySelector(`[data-client-msg-id="${entries[place]!.clientMsgId}"]`);
    if (place >= 0 && !row) return setWindow(around(entries, place));
    if (row) keeper.current?.show(row, target.textPx);
    setTarget(null);
  });
  return setTarget;
}
