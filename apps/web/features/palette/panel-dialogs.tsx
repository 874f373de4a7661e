'use client';
import { useState } from 'react';
import { CreateRoomDialog } from '@/features/rooms/create-room-dialog';
import { useOpenRoom } from '@/features/rooms/room-path';
import { SearchDialog } from '@/features/search/search-dialog';
import { SettingsDialog } from '@/features/settings/settings-dialog';
import { Palette } from './palette';
import type { Panel } from './panel';
import { ShortcutSheet } from './shortcut-sheet';

export interface PanelDialogsProps {
  /** One of them is. */
  open: boolean;
  panel: Panel | null;
  show: (panel: Panel | null) => void;
  close: (which: Panel) => void;
}

/** What opens over the screen from anywhere, by key or by palette. */
export function PanelDialogs({ panel, show, close }: PanelDialogsProps) {
  const { open } = useOpenRoom();
  const [words, setWords] = useState('');

  function search(typed: string) {
    setWords(typed);
    show('search');
  }

  function closeSearch() {
    setWords('');
    close('search');
  }

  function go(roomId: string, messageId: string) {
    closeSearch();
    open(roomId, messageId);
  }

  return (
    <>
      <Palette open={panel === 'palette'} onClose={() => close('palette')} onSearch={search} />
      <SearchDialog open={panel === 'search'} words={words} onClose={closeSearch} onGo={go} />
      <SettingsDialog open={panel === 'settings'} onClose={() => close('settings')} onShowShortcuts={() => show('shortcuts')} />
      <ShortcutSheet open={panel === 'shortcuts'} onClose={() => close('shortcuts')} />
      <CreateRoomDialog open={panel === 'new-room'} onOpenChange={() => close('new-room')} onCreated={open} />
    </>
  );
}
