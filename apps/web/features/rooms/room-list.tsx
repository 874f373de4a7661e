'use client';
import { Plus, SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';
import { Button } from '@/components/ui/button';
import { SearchButton } from '@/features/search/search-button';
import { FoldedSection } from './folded-section';
import { RoomDialogs } from './room-dialogs';
import { useOpenRoom } from './use-open-room';
import { RoomSection } from './room-section';
import { useRoomSections } from './use-room-sections';

const CreateRoomDialog = lazilyOpened(() => import('./create-room-dialog').then((module) => module.CreateRoomDialog));
const NewMessageDialog = lazilyOpened(() => import('./new-message-dialog').then((module) => module.NewMessageDialog));

/** More than these are shown when one asks. */
const TO_JOIN = 5;

/** The rooms one is in, the people one talks to, and the public rooms one may join. */
export function RoomList({ onGo }: { onGo?: () => void }) {
  const t = useTranslations();
  const { open } = useOpenRoom();
  const { starred, rooms, direct, hidden, toJoin } = useRoomSections();
  const [dialog, setDialog] = useState<'room' | 'message' | null>(null);
  const close = () => setDialog(null);

  function go(roomId: string, messageId?: string) {
    close();
    open(roomId, messageId);
    onGo?.();
  }

  return (
    <RoomDialogs>
      <SearchButton />
      <nav aria-label={t('rooms.nav')} className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto px-2 py-2">
        {starred.length > 0 && <RoomSection title={t('roomList.starred')} rooms={starred} onGo={go} />}
        <RoomSection title={t('roomList.rooms')} rooms={rooms} onGo={go} action={<Add label={t('rooms.create')} onAdd={() => setDialog('room')} sign={<Plus />} />} />
        <RoomSection title={t('roomList.direct')} rooms={direct} onGo={go} action={<Add label={t('direct.new')} onAdd={() => setDialog('message')} sign={<SquarePen />} />}>
          {direct.length === 0 && <p className="px-2.5 pb-1 text-xs text-soft text-pretty">{t('direct.none')}</p>}
        </RoomSection>
        <FoldedSection title={t('rooms.others')} rooms={toJoin} onGo={go} shown={TO_JOIN} more={t('roomList.allToJoin', { count: toJoin.length })} less={t('roomList.fewer')} />
        <FoldedSection title={t('roomList.hidden')} rooms={hidden} onGo={go} shown={0} more={t('roomList.showHidden', { count: hidden.length })} less={t('roomList.hideHidden')} />
      </nav>
      <CreateRoomDialog open={dialog === 'room'} onOpenChange={close} onCreated={go} />
      <NewMessageDialog open={dialog === 'message'} onClose={close} onOpened={go} />
    </RoomDialogs>
  );
}

function Add({ label, sign, onAdd }: { label: string; sign: ReactNode; onAdd: () => void }) {
  return (
    <Button look="ghost" size="icon-small" aria-label={label} title={label} onClick={onAdd}>
      {sign}
    </Button>
  );
}
