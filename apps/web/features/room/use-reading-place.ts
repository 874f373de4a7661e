'use client';
import { useCallback } from 'react';
import { type Entry, isEcho } from './entry';
import type { ReadingPlace } from './reading-places';
import type { useMessageScroll } from './use-message-scroll';
import type { Past } from './use-past';

interface Surroundings {
  readonly live: readonly Entry[];
  readonly past: Past;
}

/** Where one reads, and the way back there. */
export function useReadingPlace({ keeper, reveal }: ReturnType<typeof useMessageScroll>, { live, past: { openAround, leave } }: Surroundings) {
  const placeNow = useCallback((): ReadingPlace | undefined => {
    const { row, top } = keeper.current?.reading ?? {};
    const { messageId, number } = (row as HTMLElement | undefined)?.dataset ?? {};
    return messageId ? { messageId, number: Number(number), offsetPx: top! } : undefined;
  }, [keeper]);

  const restore = useCallback(
    async ({ messageId, number, offsetPx }: ReadingPlace) => {
      if (live.some((entry) => !isEcho(entry) && entry.id === messageId)) leave();
      else if (!(await openAround({ aroundNumber: number }))) return;
      reveal({ messageId, offsetPx });
    },
    [leave, live, openAround, reveal],
  );

  return { placeNow, restore };
}
