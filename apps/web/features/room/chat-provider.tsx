'use client';
import type { ChatView } from '@fourways/chat-client';
import type { Mode, Snapshot, Timeline } from '@fourways/chat-core';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { ChatStore } from './chat-store';

const ChatContext = createContext<ChatStore | null>(null);

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

export function useChatStore(): ChatStore {
  const store = useContext(ChatContext);
  if (!store) throw new Error('This component belongs inside a ChatProvider');
  return store;
}

export function useChatClient() {
  return useChatStore().client;
}

/** A part of the view; `select` must return something that keeps its identity while it does not change. */
export function useChat<T>(select: (view: ChatView) => T): T {
  const store = useChatStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.view()),
    () => select(store.serverView()),
  );
}

export function useTimeline(): Timeline {
  const store = useChatStore();
  return useSyncExternalStore(store.subscribe, store.timeline, store.timeline);
}
