'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { MemberList } from './member-list';
import { RoomDetailsForm } from './room-details-form';
import { useRoomLabel } from './use-room-label';

interface RoomDetailsDialogProps {
  timeline: RoomTimeline;
  open: boolean;
  onClose: () => void;
  onAdd: () => void;
}

/** What a room is called and about, and who is in it. */
export function RoomDetailsDialog({ timeline, open, onClose, onAdd }: RoomDetailsDialogProps) {
  const t = useTranslations('rooms');
  const label = useRoomLabel();
  const { room, memberCount, joined } = timeline;
  const named = room.kind !== 'direct';
  return (
    <Dialog open={open} onOpenChange={onClose} title={label(room)} description={t('members', { count: memberCount })}>
      <div className="grid gap-5">
        {joined && named && !room.archivedTs && <RoomDetailsForm room={room} />}
        {room.archivedTs && room.topic && <p className="text-sm whitespace-pre-wrap wrap-anywhere">{room.topic}</p>}
        <MemberList timeline={timeline} onGo={onClose} />
        {named && joined && !room.archivedTs && (
          <Button look="outline" onClick={onAdd}>
            <UserPlus className="size-4" /> {t('addPeople')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
