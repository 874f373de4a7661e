'use client';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { MeCard } from '@/features/session/me-card';
import { PeopleList } from '@/features/rooms/people-list';
import { RoomList } from '@/features/rooms/room-list';
import { useRoomId } from '@/features/rooms/room-path';
import { useChat, useTimeline } from './chat-context';
import { PeoplePanel } from './people-panel';
import { RoomPane } from './room-pane';
import { Sidebar } from './sidebar';
import { SkipLinks } from './skip-links';

const modeOf = (view: ChatView) => view.mode;

type Sheet = 'rooms' | 'people' | null;

/** The whole screen: rooms, one conversation, people. On small screens the sides become sheets. */
export function ChatScreen() {
  const t = useTranslations();
  const roomId = useRoomId();
  const mode = useChat(modeOf);
  const room = useTimeline().rooms.get(roomId);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [peopleShown, setPeopleShown] = useState(true);
  const close = () => setSheet(null);
  return (
    <div data-mode={mode} className="flex h-dvh overflow-hidden">
      <SkipLinks />
      <Sidebar />
      <RoomPane
        roomId={roomId}
        room={room}
        onShowRooms={() => setSheet('rooms')}
        peopleShown={peopleShown}
        onShowPeople={() => (window.matchMedia('(min-width: 80rem)').matches ? setPeopleShown(!peopleShown) : setSheet('people'))}
      />
      {peopleShown && <PeoplePanel />}
      <Dialog open={sheet === 'rooms'} onOpenChange={close} title={t('rooms.nav')} side="left">
        <RoomList onGo={close} />
        <MeCard />
      </Dialog>
      <Dialog open={sheet === 'people'} onOpenChange={close} title={t('people.title')} side="right">
        <PeopleList onGo={close} />
      </Dialog>
    </div>
  );
}
