'use client';
import { createContext, useContext } from 'react';

/** What may lie over the conversation, one at a time. */
export type Panel = 'rooms' | 'people' | 'palette' | 'settings' | 'shortcuts' | 'new-room' | 'search';

export const PanelContext = createContext<(panel: Panel | null) => void>(() => {});

/** Opens a panel, or closes it. */
export function useShowPanel(): (panel: Panel | null) => void {
  return useContext(PanelContext);
}
