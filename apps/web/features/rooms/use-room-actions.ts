'use client';
import type { NotifyLevel, RoomTimeline } from '@fourways/chat-core';
import { toast } from '@/components/toast';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { placesAfterMove } from './room-move';
import { useMarkRead } from './use-mark-read';
import { useRoomSections } from './use-room-sections';

interface RoomActions {
  star: () => void;
  hear: (level: NotifyLevel) => void;
  markRead: () => void;
  /** Undefined where there is no further way. */
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

/** How one wants to have a room: at the server, so that it is so everywhere. */
export function useRoomActions({ room, preference, lastNumber }: RoomTimeline): RoomActions {
  const client = useChatClient();
  const errorText = useErrorText();
  const markRead = useMarkRead();
  const sections = useRoomSections();
  const section = Object.values(sections).find((rooms) => rooms.some((each: RoomTimeline) => each.room.id === room.id)) ?? [];
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => toast.error(errorText(error)));

  function move(step: -1 | 1) {
    const places = placesAfterMove(section, room.id, step);
    if (places.length === 0) return undefined;
    return () => tell(Promise.all(places.map(({ roomId, position }) => client.prefer(roomId, { position }))));
  }

  return {
    star: () => tell(client.prefer(room.id, { starred: !preference.starred })),
    hear: (level) => tell(client.prefer(room.id, { level })),
    markRead: () => markRead(room.id, lastNumber),
    up: move(-1),
    down: move(1),
  };
}
