'use client';
import { useCallback } from 'react';
import { useChatClient } from '@/features/room/chat-context';
import { untilRoom } from './until-room';

/** Opens the conversation with these people, and resolves with it when it is here; rejects with a refusal. */
export function useOpenDirect(): (userIds: readonly string[]) => Promise<string> {
  const client = useChatClient();
  return useCallback(
    async (userIds) => {
      const roomId = await client.openDirect(userIds);
      await untilRoom(client, roomId, (room) => room?.joined === true);
      return roomId;
    },
    [client],
  );
}
