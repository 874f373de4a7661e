'use client';
import { useNow } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The time, as often as it changes by `everyMs`. Only the page that the server has drawn begins with the server's time, so
 * that both draw the same; next-intl's own clock would begin with it again wherever something is drawn later.
 */
export function useClock(everyMs: number): number {
  const begun = useNow().getTime();
  const subscribe = useCallback(
    (tick: () => void) => {
      let timer: ReturnType<typeof setTimeout>;
      const next = () => {
        timer = setTimeout(() => {
          tick();
          next();
        }, everyMs - (Date.now() % everyMs));
      };
      next();
      return () => clearTimeout(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / everyMs) * everyMs,
    () => begun,
  );
}
