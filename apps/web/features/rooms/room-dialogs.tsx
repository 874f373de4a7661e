'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTimeline } from '@/features/room/chat-context';
import { AddPeopleDialog } from './add-people-dialog';
import { ArchiveDialog } from './archive-dialog';
import { RoomDetailsDialog } from './room-details-dialog';

type Kind = 'details' | 'add' | 'archive';
type Show = (kind: Kind, roomId: string) => void;

const RoomDialogsContext = createContext<Show | null>(null);

export function useRoomDialogs(): Show {
  const show = useContext(RoomDialogsContext);
  if (!show) throw new Error('This component belongs inside RoomDialogs');
  return show;
}

/** The dialogs about a room, for the menus inside: a menu is gone when its dialog opens. */
export function RoomDialogs({ children }: { children: ReactNode }) {
  const { rooms } = useTimeline();
  const [kind, setKind] = useState<Kind | null>(null);
  const [roomId, setRoomId] = useState('');
  const show = useMemo<Show>(
    () => (next, id) => {
      setKind(next);
      setRoomId(id);
    },
    [],
  );
  const timeline = rooms.get(roomId);
  const close = () => setKind(null);
  return (
    <RoomDialogsContext value={show}>
      {children}
      {timeline && (
        <>
          <RoomDetailsDialog timeline={timeline} open={kind === 'details'} onClose={close} onAdd={() => setKind('add')} />
          <AddPeopleDialog room={timeline.room} open={kind === 'add'} onClose={close} />
          <ArchiveDialog room={timeline.room} open={kind === 'archive'} onClose={close} />
        </>
      )}
    </RoomDialogsContext>
  );
}
