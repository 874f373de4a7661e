'use client';
import type { User } from '@fourways/chat-core';
import { toast } from 'sonner';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { useOpenRoom } from '@/features/rooms/room-path';

/** Turns to a person: opens the direct room with her. */
export function useAddress(): (user: User) => void {
  const client = useChatClient();
  const errorText = useErrorText();
  const { open } = useOpenRoom();
  return ({ id }) => void client.openDirect([id]).then(open, (error) => toast.error(errorText(error)));
}
