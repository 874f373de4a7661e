'use client';
import { useUnread } from '@/features/awareness/use-unread';
import { useTimeline } from '@/features/room/chat-context';
import { roomMark } from '@/features/rooms/room-mark';
import { useRoomId } from '@/features/rooms/served-address';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { useMarkRead } from '@/features/rooms/use-mark-read';
import { useRoomSections } from '@/features/rooms/use-room-sections';
import { nextUnread } from './next-unread';
import type { Panel } from './panel';
import { focusComposer, goToEnd, putNewsAway } from './places';
import { useShortcuts } from './use-shortcuts';

/** What the keys do on the screen of a room. */
export function usePageKeys(panel: Panel | null, show: (panel: Panel | null) => void): void {
  const markRead = useMarkRead();
  const { rooms } = useTimeline();
  const unread = useUnread();
  const { starred, rooms: plain, direct } = useRoomSections();
  const roomId = useRoomId();
  const { openToWrite } = useOpenRoom();

  function isUnread(id: string): boolean {
    return roomMark(unread(id), rooms.get(id)!.preference.level).unread;
  }

  function walk(step: 1 | -1): void {
    const next = nextUnread([...starred, ...plain, ...direct].map(({ room }) => room.id), roomId, isUnread, step);
    if (next) openToWrite(next);
  }

  function read(): void {
    const timeline = rooms.get(roomId);
    if (timeline) markRead(roomId, timeline.lastNumber);
  }

  useShortcuts({
    palette: () => show(panel === 'palette' ? null : 'palette'),
    nextUnread: () => walk(1),
    previousUnread: () => walk(-1),
    markRead: read,
    search: () => show('search'),
    newRoom: () => show('new-room'),
    settings: () => show('settings'),
    sheet: () => show('shortcuts'),
    compose: focusComposer,
    back: () => void (putNewsAway() || focusComposer() || goToEnd()),
  });
}
