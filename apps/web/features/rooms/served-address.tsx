'use client';
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { type Named, pageAddress } from './page-address';

const Served = createContext<Named>({ roomId: '', messageId: null });

/** What the address named when the server drew the page: it counts until the page wakes up. */
export function ServedAddress({ roomId, messageId, children }: Named & { children: ReactNode }) {
  return <Served value={{ roomId, messageId }}>{children}</Served>;
}

/** The room that the address names. */
export function useRoomId(): string {
  const served = use(Served);
  return useSyncExternalStore(
    pageAddress.subscribe,
    () => (pageAddress.read() ?? served).roomId,
    () => served.roomId,
  );
}

/** The message that the address names. */
export function useNamedMessage(): string | null {
  const served = use(Served);
  return useSyncExternalStore(
    pageAddress.subscribe,
    () => (pageAddress.read() ?? served).messageId,
    () => served.messageId,
  );
}
