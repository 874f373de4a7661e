'use client';
import { usePathname } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { jumps } from './jumps';

/** The room that the address names. */
export function useRoomId(): string {
  return usePathname().split('/')[3] ?? '';
}

interface Doors {
  hrefOf: (roomId: string, messageId?: string) => string;
  open: (roomId: string, messageId?: string) => void;
}

/**
 * Goes to a room, or to a message in it, without asking the server: everything needed is here already. Back and reload
 * work as with any page.
 */
export function useOpenRoom(): Doors {
  const locale = useLocale();
  const hrefOf = useCallback((roomId: string, messageId?: string) => `/${locale}/rooms/${roomId}${messageId ? `?at=${messageId}` : ''}`, [locale]);
  const open = useCallback(
    (roomId: string, messageId?: string) => {
      const href = hrefOf(roomId, messageId);
      if (messageId && href === window.location.pathname + window.location.search) jumps.again();
      else window.history.pushState(null, '', href);
    },
    [hrefOf],
  );
  return { hrefOf, open };
}
