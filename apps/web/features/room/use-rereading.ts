'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReadingPlace } from './reading-places';
import type { Past } from './use-past';

interface Here {
  readonly past: Past;
  readonly placeNow: () => ReadingPlace | undefined;
  readonly restore: (place: ReadingPlace) => Promise<void>;
}

/** After a gap nobody has told what happened to a stretch of the past, nor what came behind it: it is read again, where one is. */
export function useRereading({ windowSeq }: RoomTimeline, { past, placeNow, restore }: Here): void {
  const known = useRef(windowSeq);
  const reread = useEffectEvent(() => {
    const place = past.source ? placeNow() : undefined;
    past.leave();
    if (place) void restore(place);
  });
  useEffect(() => {
    if (known.current === windowSeq) return;
    known.current = windowSeq;
    reread();
  }, [windowSeq]);
}
