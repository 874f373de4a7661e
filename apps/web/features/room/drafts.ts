'use client';
import { useSyncExternalStore } from 'react';

const SAVE_MS = 300;

/** What was typed and not sent, per person and room. Lives here while the page does, and in this browser beyond it. */
class Drafts {
  private readonly texts = new Map<string, string>();
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
    let text = this.texts.get(key);
    if (text === undefined) {
      text = localStorage.getItem(key) ?? '';
      this.texts.set(key, text);
    }
    return text;
  }

  set(key: string, text: string): void {
    this.texts.set(key, text);
    this.unsaved.add(key);
    this.timer ??= setTimeout(() => this.save(), SAVE_MS);
    for (const listener of this.listeners) listener();
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const key of this.unsaved) this.store(key, this.texts.get(key) ?? '');
    this.unsaved.clear();
  }

  private store(key: string, text: string): void {
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch {
      return;
    }
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
