'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import type { Panel } from '@/features/palette/panel';
import { PaletteButton } from '@/features/palette/palette-button';
import { PeopleList } from '@/features/rooms/people-list';
import { RoomList } from '@/features/rooms/room-list';
import { MeCard } from '@/features/session/me-card';

interface SideSheetsProps {
  /** One of them is. */
  open: boolean;
  panel: Panel | null;
  close: (which: Panel) => void;
}

/** The sides of the screen where there is no place for them. */
export function SideSheets({ panel, close }: SideSheetsProps) {
  const t = useTranslations();
  return (
    <>
      <Dialog open={panel === 'rooms'} onOpenChange={() => close('rooms')} title={t('rooms.nav')} side="left">
        <PaletteButton />
        <RoomList onGo={() => close('rooms')} />
        <MeCard />
      </Dialog>
      <Dialog open={panel === 'people'} onOpenChange={() => close('people')} title={t('people.title')} side="right">
        <PeopleList onGo={() => close('people')} />
      </Dialog>
    </>
  );
}
