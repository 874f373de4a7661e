'use client';
import { usePathname } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** The room that the address names. */
export function useRoomId(): string {
  return usePathname().split('/')[3] ?? '';
}

/**
 * Goes to a room without asking the server: everything needed is here already. Back and reload work as with any page.
 */
export function useOpenRoom(): { hrefOf: (roomId: string) => string; open: (roomId: string) => void } {
  const locale = useLocale();
  const hrefOf = useCallback((roomId: string) => `/${locale}/rooms/${roomId}`, [locale]);
  const open = useCallback((roomId: string) => window.history.pushState(null, '', hrefOf(roomId)), [hrefOf]);
  return { hrefOf, open };
}
