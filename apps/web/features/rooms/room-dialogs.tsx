'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';
import { useTimeline } from '@/features/room/chat-context';
import type { RoomDialogKind } from './room-dialog';

const RoomDialog = lazilyOpened(() => import('./room-dialog').then((module) => module.RoomDialog));

type Show = (kind: RoomDialogKind, roomId: string) => void;

const RoomDialogsContext = createContext<Show | null>(null);

export function useRoomDialogs(): Show {
  const show = useContext(RoomDialogsContext);
  if (!show) throw new Error('This component belongs inside RoomDialogs');
  return show;
}

/** The dialogs about a room, for the menus inside: a menu is gone when its dialog opens. */
export function RoomDialogs({ children }: { children: ReactNode }) {
  const { rooms } = useTimeline();
  const [kind, setKind] = useState<RoomDialogKind | null>(null);
  const [roomId, setRoomId] = useState('');
  const show = useMemo<Show>(
    () => (next, id) => {
      setKind(next);
      setRoomId(id);
    },
    [],
  );
  return (
    <RoomDialogsContext value={show}>
      {children}
      <RoomDialog open={kind !== null} kind={kind} timeline={rooms.get(roomId)} show={setKind} />
    </RoomDialogsContext>
  );
}
