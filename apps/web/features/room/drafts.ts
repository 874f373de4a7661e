'use client';
import { useSyncExternalStore } from 'react';

const SAVE_MS = 300;

export interface Draft {
  readonly text: string;
  /** What is selected: both ends are the caret, mostly. */
  readonly from: number;
  readonly to: number;
}

const NOTHING: Draft = { text: '', from: 0, to: 0 };

/** What was typed and not sent, per person and room. Lives here while the page does, and in this browser beyond it. */
export class Drafts {
  private readonly known = new Map<string, Draft>();
  private readonly unsaved = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    if (typeof window !== 'undefined') window.addEventListener('pagehide', () => this.save());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get(key: string): string {
    return this.draft(key).text;
  }

  draft(key: string): Draft {
    let draft = this.known.get(key);
    if (!draft) {
      draft = stored(key);
      this.known.set(key, draft);
    }
    return draft;
  }

  /** The caret goes to the end of the text; `select` says otherwise. */
  set(key: string, text: string): void {
    this.keep(key, { text, from: text.length, to: text.length });
    for (const listener of this.listeners) listener();
  }

  select(key: string, from: number, to: number): void {
    const draft = this.draft(key);
    if (draft.from !== from || draft.to !== to) this.keep(key, { ...draft, from, to });
  }

  private keep(key: string, draft: Draft): void {
    this.known.set(key, draft);
    this.unsaved.add(key);
    this.timer ??= setTimeout(() => this.save(), SAVE_MS);
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const key of this.unsaved) store(key, this.draft(key));
    this.unsaved.clear();
  }
}

export const drafts = new Drafts();

export function draftKey(userId: string, roomId: string): string {
  return `fourways.draft.${userId}.${roomId}`;
}

export function useDraft(key: string): string {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.get(key),
    () => '',
  );
}

function store(key: string, draft: Draft): void {
  try {
    if (draft.text) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    return;
  }
}

function stored(key: string): Draft {
  try {
    const { text, from, to } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Draft>;
    return typeof text === 'string' ? { text, from: from ?? text.length, to: to ?? text.length } : NOTHING;
  } catch {
    return NOTHING;
  }
}
