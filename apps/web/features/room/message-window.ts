import type { Entry } from './entry';

/** The part of the loaded messages that is in the page. Null means: the newest ones, whatever comes. */
export interface MessageWindow {
  readonly first: string | null;
  readonly last: string | null;
}

const NEWEST = 150;
const STEP = 50;
const MOST = 300;

export const newestWindow: MessageWindow = { first: null, last: null };

/** The half-open range of entries that a window shows. */
export function rangeOf(window: MessageWindow, entries: readonly Entry[]): { from: number; to: number } {
  const last = window.last === null ? -1 : placeOf(entries, window.last);
  const to = last < 0 ? entries.length : last + 1;
  const first = window.first === null ? -1 : placeOf(entries, window.first);
  if (first < 0 || first >= to) return { from: Math.max(0, to - NEWEST), to };
  return { from: first, to: Math.min(to, first + MOST) };
}

/** Stops following: what is shown stays shown. */
export function pinned(window: MessageWindow, entries: readonly Entry[]): MessageWindow {
  const { from } = rangeOf(window, entries);
  return { ...window, first: entries[from]?.clientMsgId ?? null };
}

/** Shows earlier messages; so many later ones leave that the page stays small. */
export function earlier(window: MessageWindow, entries: readonly Entry[]): MessageWindow {
  const { from, to } = rangeOf(window, entries);
  const start = Math.max(0, from - STEP);
  return span(entries, start, Math.min(to, start + MOST));
}

/** Shows later messages, up to the newest. */
export function later(window: MessageWindow, entries: readonly Entry[]): MessageWindow {
  const { from, to } = rangeOf(window, entries);
  const end = Math.min(entries.length, to + STEP);
  return span(entries, Math.max(from, end - MOST), end);
}

/** The window with a message in its middle. */
export function around(entries: readonly Entry[], place: number): MessageWindow {
  const start = Math.max(0, place - NEWEST / 2);
  return span(entries, start, Math.min(entries.length, start + NEWEST));
}

function span(entries: readonly Entry[], from: number, to: number): MessageWindow {
  const last = to < entries.length ? (entries[to - 1]?.clientMsgId ?? null) : null;
  return { first: entries[from]?.clientMsgId ?? null, last };
}

function placeOf(entries: readonly Entry[], clientMsgId: string): number {
  return entries.findIndex((entry) => entry.clientMsgId === clientMsgId);
}
