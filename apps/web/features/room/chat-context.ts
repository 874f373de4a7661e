'use client';
import type { ChatClient, ChatView } from '@fourways/chat-client';
import type { Timeline } from '@fourways/chat-core';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ChatStore } from './chat-store';

export const ChatContext = createContext<ChatStore | null>(null);

export function useChatStore(): ChatStore {
  const store = useContext(ChatContext);
  if (!store) throw new Error('This component belongs inside a ChatProvider');
  return store;
}

export function useChatClient(): ChatClient {
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
