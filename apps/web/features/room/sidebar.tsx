'use client';
import { useTranslations } from 'next-intl';
import { Logo } from '@/components/logo';
import { PaletteButton } from '@/features/palette/palette-button';
import { MeCard } from '@/features/session/me-card';
import { RoomList } from '@/features/rooms/room-list';

/** The rooms, and who one is. */
export function Sidebar() {
  const t = useTranslations('app');
  return (
    <>
      <p className="flex h-16 items-center gap-2.5 px-4 font-semibold tracking-tight">
        <Logo className="size-7" />
        {t('name')}
      </p>
      <PaletteButton />
      <RoomList />
      <MeCard />
    </>
  );
}
