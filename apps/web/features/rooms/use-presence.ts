'use client';
import type { ChatView } from '@fourways/chat-client';
import type { PresenceState } from '@fourways/chat-core';
import { useCallback } from 'react';
import { useChat } from '@/features/room/chat-context';

/** Whether a person is here. */
export function usePresence(userId: string): PresenceState {
  return useChat(useCallback(({ presence }: ChatView) => presence.find(({ user }) => user.id === userId)?.state ?? 'offline', [userId]));
}
