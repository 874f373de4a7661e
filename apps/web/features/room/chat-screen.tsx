'use client';
import type { ChatView } from '@fourways/chat-client';
import { useEffect, useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';
import { Toasts } from '@/components/toasts';
import { useLater } from '@/components/use-later';
import { Awareness } from '@/features/awareness/awareness';
import { fetchMarkdown } from '@/features/markdown/lazy-markdown';
import { type Panel, PanelContext } from '@/features/palette/panel';
import { panelToCome } from '@/features/palette/panel-to-come';
import { Panels } from '@/features/palette/panels';
import { useRoomId } from '@/features/rooms/room-path';
import { useChat, useTimeline } from './chat-context';
import { OpeningScript } from './opening-script';
import { PeoplePanel } from './people-panel';
import { RoomPane } from './room-pane';
import { Sidebar } from './sidebar';
import { SkipLinks } from './skip-links';

const SideSheets = lazilyOpened(() => import('./side-sheets').then((module) => module.SideSheets));
const modeOf = (view: ChatView) => view.mode;

/** The whole screen: rooms, one conversation, people. On small screens the sides become sheets. */
export function ChatScreen() {
  const roomId = useRoomId();
  const mode = useChat(modeOf);
  const room = useTimeline().rooms.get(roomId);
  useLater(fetchMarkdown);
  const [panel, show] = useState<Panel | null>(panelToCome.now);
  useEffect(() => panelToCome.set(null), []);
  const [peopleShown, setPeopleShown] = useState(true);
  /** A panel that closes because another one has opened leaves that one open. */
  const close = (which: Panel) => show((now) => (now === which ? null : now));
  return (
    <PanelContext value={show}>
      <Toasts />
      <div data-mode={mode} className="flex h-dvh overflow-hidden">
        <SkipLinks />
        <Sidebar />
        <RoomPane
          roomId={roomId}
          room={room}
          onShowRooms={() => show('rooms')}
          peopleShown={peopleShown}
          onShowPeople={() => (window.matchMedia('(min-width: 80rem)').matches ? setPeopleShown(!peopleShown) : show('people'))}
        />
        {peopleShown && <PeoplePanel />}
        <SideSheets open={panel === 'rooms' || panel === 'people'} panel={panel} close={close} />
        <Panels panel={panel} show={show} close={close} />
        <Awareness roomId={roomId} room={room} />
        <OpeningScript />
      </div>
    </PanelContext>
  );
}
