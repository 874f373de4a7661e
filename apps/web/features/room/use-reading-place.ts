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
    const { row, textTop } = keeper.current?.reading ?? {};
    const { messageId, number } = (row as HTMLElement | undefined)?.dataset ?? {};
    return messageId ? { messageId, number: Number(number), textPx: textTop! } : undefined;
  }, [keeper]);

  const restore = useCallback(
    async ({ messageId, number, textPx }: ReadingPlace) => {
      if (live.some((entry) => !isEcho(entry) && entry.id === messageId)) leave();
      else if (!(await openAround({ aroundNumber: number }))) return;
      reveal({ messageId, textPx });
    },
    [leave, live, openAround, reveal],
  );

  return { placeNow, restore };
}
