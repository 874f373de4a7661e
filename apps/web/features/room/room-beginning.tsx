'use client';
import type { Room, RoomTimeline } from '@fourways/chat-core';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Logo } from '@/components/logo';
import { othersIn } from '@/features/rooms/direct-people';
import { useTimeline } from './chat-context';

interface RoomBeginningProps {
  room: RoomTimeline;
  empty: boolean;
  /** Everything from the room's beginning is on the screen. */
  whole: boolean;
}

/** What stands above the first message: the room's beginning, or the place where older messages come in. */
export function RoomBeginning({ room, empty, whole }: RoomBeginningProps) {
  const t = useTranslations('room');
  const { title, text } = useBeginning(room.room);
  if (!whole) {
    return (
      <p className="flex h-12 items-center justify-center gap-2 text-sm text-soft">
        <LoaderCircle className="size-4 animate-spin" /> {t('loadingOlder')}
      </p>
    );
  }
  if (!empty) return <p className="px-4 pt-8 pb-2 text-sm text-soft sm:px-6">{title}</p>;
  return (
    <div className="grid justify-items-start gap-2 px-4 pt-10 pb-6 sm:px-6">
      <Logo className="mb-1 size-10" />
      <p className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</p>
      <p className="text-soft">{text}</p>
    </div>
  );
}

function useBeginning(room: Room): { title: string; text: string } {
  const t = useTranslations();
  const { me } = useTimeline();
  if (room.kind !== 'direct') return { title: t('room.beginning', { room: `#${room.name}` }), text: t('room.emptyText') };
  const people = othersIn(room, me.id).map(({ name }) => name);
  if (people.length === 0) return { title: t('direct.notesBeginning'), text: t('direct.notesText') };
  return { title: t('direct.beginning', { people: people.join(', ') }), text: t('direct.beginningText') };
}
