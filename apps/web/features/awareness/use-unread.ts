'use client';
import { type ChatView, type Unread, unreadOf } from '@fourways/chat-client';
import { useCallback } from 'react';
import { useChat, useTimeline } from '@/features/room/chat-context';

const readAheadOf = (view: ChatView) => view.readAhead;

/** How much is unread in a room; the answer is another function whenever that may have changed. */
export function useUnread(): (roomId: string) => Unread {
  const timeline = useTimeline();
  const readAhead = useChat(readAheadOf);
  return useCallback((roomId) => unreadOf({ timeline, readAhead }, roomId), [timeline, readAhead]);
}
