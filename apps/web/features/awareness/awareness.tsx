'use client';
import { memo, useEffect } from 'react';
import { useChatStore } from '@/features/room/chat-context';
import { useCurrentRoom } from '@/features/room/use-current-room';
import { useRoomId } from '@/features/rooms/served-address';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import { usePushes } from '@/features/push/use-pushes';
import { IdleWatch } from './idle-watch';
import { useBell } from './use-bell';
import { useWindowSigns } from './use-window-signs';

/** Makes the chat known to those who do not look at it, and its reader's absence to the others. */
export function Awareness() {
  const roomId = useRoomId();
  const room = useCurrentRoom();
  const store = useChatStore();
  useEffect(() => {
    return new IdleWatch((idle) => store.client.setIdle(idle)).start();
  }, [store]);
  const labelOf = useRoomLabel();
  useWindowSigns(roomId, room && labelOf(room.room));
  useBell(roomId);
  return <Pushes />;
}

/** Apart, because what permits them is asked of the browser whenever this is drawn. */
const Pushes = memo(function Pushes() {
  usePushes();
  return null;
});
