'use client';
import { browserTabs } from '@fourways/chat-client';
import type { ModeChoice, Snapshot } from '@fourways/chat-core';
import { type ReactNode, useEffect, useState } from 'react';
import { ChatContext } from './chat-context';
import { ChatStore } from './chat-store';

interface ChatProviderProps {
  snapshot: Snapshot;
  mode: ModeChoice;
  /** Whether this tab shares one connection with the person's other tabs. */
  shared: boolean;
  pollIntervalMs: number;
  children: ReactNode;
}

/** The island: a client that goes on from the cursor the page was rendered at. */
export function ChatProvider({ snapshot, mode, shared, pollIntervalMs, children }: ChatProviderProps) {
  const [store] = useState(() => new ChatStore({ snapshot, mode, pollIntervalMs, tabs: shared ? browserTabs() : null }));
  useEffect(() => {
    let close: (() => void) | undefined;
    // In a task of its own, lest the page wakes up in one that is too long to answer a key meanwhile.
    const timer = setTimeout(() => (close = store.open()));
    return () => {
      clearTimeout(timer);
      close?.();
    };
  }, [store]);
  return <ChatContext value={store}>{children}</ChatContext>;
}
