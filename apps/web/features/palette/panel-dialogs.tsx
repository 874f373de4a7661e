'use client';
import { CreateRoomDialog } from '@/features/rooms/create-room-dialog';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { SearchDialog } from '@/features/search/search-dialog';
import { SettingsDialog } from '@/features/settings/settings-dialog';
import { Palette } from './palette';
import type { Panel } from './panel';
import { ShortcutSheet } from './shortcut-sheet';

export interface PanelDialogsProps {
  /** One of them is. */
  open: boolean;
  panel: Panel | null;
  /** What is typed already when the palette or the search opens. */
  words: string;
  setWords: (words: string) => void;
  show: (panel: Panel | null) => void;
  close: (which: Panel) => void;
}

/** What opens over the screen from anywhere, by key or by palette. */
export function PanelDialogs({ panel, words, setWords, show, close }: PanelDialogsProps) {
  const { openToWrite } = useOpenRoom();

  function search(typed: string) {
    setWords(typed);
    show('search');
  }

  function go(roomId: string, messageId: string) {
    close('search');
    openToWrite(roomId, messageId);
  }

  return (
    <>
      <Palette open={panel === 'palette'} words={words} onClose={() => close('palette')} onSearch={search} />
      <SearchDialog open={panel === 'search'} words={words} onClose={() => close('search')} onGo={go} />
      <SettingsDialog open={panel === 'settings'} onClose={() => close('settings')} onShowShortcuts={() => show('shortcuts')} />
      <ShortcutSheet open={panel === 'shortcuts'} onClose={() => close('shortcuts')} />
      <CreateRoomDialog open={panel === 'new-room'} onOpenChange={() => close('new-room')} onCreated={openToWrite} />
    </>
  );
}
