'use client';
import type { User } from '@fourways/chat-core';
import { useTimeline } from '@/features/room/chat-context';
import { draftKey, drafts } from '@/features/room/drafts';
import { useRoomId } from '@/features/rooms/room-path';
import { focusComposer } from './places';

/** Turns to a person: begins a message to her in the room that is open. */
export function useAddress(): (user: User) => void {
  const { me } = useTimeline();
  const roomId = useRoomId();
  return ({ name }) => {
    const key = draftKey(me.id, roomId);
    drafts.set(key, `${[drafts.get(key).trimEnd(), `@${name}`].filter(Boolean).join(' ')} `);
    focusComposer();
  };
}
