'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useCallback, useMemo } from 'react';
import { useChatClient } from './chat-context';
import type { Entry } from './entry';
import type { MessageSource } from './message-source';

/** The conversation as it goes on. */
export function useLive({ room, loadedFrom }: RoomTimeline, entries: readonly Entry[]): MessageSource {
  const client = useChatClient();
  const older = useCallback(() => void client.loadOlder(room.id).catch(() => undefined), [client, room.id]);
  return useMemo(() => ({ entries, live: true, hasOlder: loadedFrom > 0, hasNewer: false, older, newer: nothing, leave: nothing }), [entries, loadedFrom, older]);
}

function nothing(): void {}
