'use client';
import type { ChatView } from '@fourways/chat-client';
import { useMemo } from 'react';
import { useChat, useTimeline } from './chat-context';
import { sharedNames } from './namesakes';

const presenceOf = (view: ChatView) => view.presence;

/** The names that need a tag, among all who are here and all who have written. */
export function useSharedNames(): ReadonlySet<string> {
  const { me, rooms } = useTimeline();
  const presence = useChat(presenceOf);
  return useMemo(() => {
    const authors = [...rooms.values()].flatMap(({ messages }) => messages.map(({ author }) => author));
    return sharedNames([me, ...presence.map(({ user }) => user), ...authors]);
  }, [me, rooms, presence]);
}
