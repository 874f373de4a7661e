'use client';
import type { Mode, Snapshot } from '@fourways/chat-core';
import { type ReactNode, useEffect, useState } from 'react';
import { ChatContext } from './chat-context';
import { ChatStore } from './chat-store';

interface ChatProviderProps {
  snapshot: Snapshot;
  mode: Mode;
  pollIntervalMs: number;
  children: ReactNode;
}

/** The island: a client that goes on from the cursor the page was rendered at. */
export function ChatProvider({ snapshot, mode, pollIntervalMs, children }: ChatProviderProps) {
  const [store] = useState(() => new ChatStore({ snapshot, mode, pollIntervalMs }));
  useEffect(() => store.open(), [store]);
  return <ChatContext value={store}>{children}</ChatContext>;
}
