'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { jumps } from './jumps';
import { pageAddress } from './page-address';
import { roomToWriteIn } from './room-to-write-in';

interface Doors {
  hrefOf: (roomId: string, messageId?: string) => string;
  open: (roomId: string, messageId?: string) => void;
  /** The same, and with the keyboard. */
  openToWrite: (roomId: string, messageId?: string) => void;
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
      else pageAddress.go(href);
    },
    [hrefOf],
  );
  const openToWrite = useCallback(
    (roomId: string, messageId?: string) => {
      roomToWriteIn.expect(roomId);
      open(roomId, messageId);
    },
    [open],
  );
  return { hrefOf, open, openToWrite };
}
