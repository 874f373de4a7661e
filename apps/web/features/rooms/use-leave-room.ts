'use client';
import { PATHS, type Room } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useChatClient, useTimeline } from '@/features/room/chat-context';
import { partingRequest } from '@/features/undo/parting-request';
import { useUndoable } from '@/features/undo/use-undoable';
import { homeRoom } from './home-room';
import { leaving } from './leaving';
import { useRoomId } from './served-address';
import { useOpenRoom } from './use-open-room';
import { untilRoom } from './until-room';

/** Leaves a room: it is gone at once, and back again if that is undone in time. */
export function useLeaveRoom(): (room: Room) => void {
  const t = useTranslations('undo');
  const client = useChatClient();
  const { rooms } = useTimeline();
  const current = useRoomId();
  const { open } = useOpenRoom();
  const undoable = useUndoable();

  return (room) => {
    const home = room.id === current ? homeRoom(rooms.values(), room.id) : undefined;
    undoable({
      key: leaving(room.id),
      text: t('left', { room: room.name }),
      run: async () => {
        await client.leaveRoom(room.id);
        await untilRoom(client, room.id, (now) => !now?.joined);
      },
      parting: () => partingRequest('POST', `${PATHS.rooms}/${room.id}/leave`),
      ...(home && { back: () => open(room.id) }),
    });
    if (home) open(home);
  };
}
