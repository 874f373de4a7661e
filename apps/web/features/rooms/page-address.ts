import { routing } from '@/i18n/routing';

/** What an address of this app names: a room, and perhaps a message in it. */
export interface Named {
  readonly roomId: string;
  readonly messageId: string | null;
}

const ROOM = new RegExp(`^/(?:${routing.locales.join('|')})/rooms/([^/]+)$`);

/**
 * The page's address, read where it is. Next tells its change to React as something that may wait, and while it waits
 * somebody writes into the room before; here the next key already belongs to the new one.
 */
class PageAddress {
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    window.addEventListener('popstate', listener);
    this.listeners.add(listener);
    return () => {
      window.removeEventListener('popstate', listener);
      this.listeners.delete(listener);
    };
  };

  /** Null while Next puts a room on the screen whose address it has not set yet. */
  read(): Named | null {
    return namedBy(window.location);
  }

  go(href: string): void {
    window.history.pushState(null, '', href);
    for (const listener of this.listeners) listener();
  }
}

export const pageAddress = new PageAddress();

/** Null for an address that is not of a room here. */
export function namedBy({ origin, pathname, search }: Pick<URL, 'origin' | 'pathname' | 'search'>): Named | null {
  const roomId = origin === window.location.origin ? ROOM.exec(pathname)?.[1] : undefined;
  return roomId === undefined ? null : { roomId, messageId: new URLSearchParams(search).get('at') };
}
