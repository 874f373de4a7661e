'use client';
import type { Message } from '@fourways/chat-core';
import { useEffect } from 'react';
import { isEcho } from './entry';
import type { MessageSource } from './message-source';
import { useHeldHistory } from './use-held-history';
import type { useMessageScroll } from './use-message-scroll';
import type { Past } from './use-past';

/** More than this is not kept for somebody who reads back while the conversation goes on. */
const MOST = 1_000;

/** What one reads stays loaded. When that has become too much, only what is shown does, as a stretch of the past. */
export function useLongReading(roomId: string, source: MessageSource, { following, shown, atBeginning }: ReturnType<typeof useMessageScroll>, { openWith }: Past): void {
  const reading = source.live && !following;
  const release = useHeldHistory(roomId, reading);
  const tooMuch = reading && source.entries.length > MOST;
  useEffect(() => {
    if (!tooMuch) return;
    release();
    openWith(shown.filter((entry): entry is Message => !isEcho(entry)), !atBeginning);
  }, [tooMuch, release, openWith, shown, atBeginning]);
}
