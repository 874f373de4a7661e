'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { AddPeopleDialog } from './add-people-dialog';
import { ArchiveDialog } from './archive-dialog';
import { RoomDetailsDialog } from './room-details-dialog';

export type RoomDialogKind = 'details' | 'add' | 'archive';

interface RoomDialogProps {
  open: boolean;
  kind: RoomDialogKind | null;
  timeline: RoomTimeline | undefined;
  show: (kind: RoomDialogKind | null) => void;
}

/** What there is to see and to change about a room, one dialog at a time. */
export function RoomDialog({ kind, timeline, show }: RoomDialogProps) {
  if (!timeline) return null;
  const close = () => show(null);
  return (
    <>
      <RoomDetailsDialog timeline={timeline} open={kind === 'details'} onClose={close} onAdd={() => show('add')} />
      <AddPeopleDialog room={timeline.room} open={kind === 'add'} onClose={close} />
      <ArchiveDialog room={timeline.room} open={kind === 'archive'} onClose={close} />
    </>
  );
}
