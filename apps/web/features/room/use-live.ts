'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useCallback, useMemo, useState } from 'react';
import { useChatClient } from './chat-context';
import type { Entry } from './entry';
import type { MessageSource } from './message-source';

const RETRY_MS = 3_000;

/** The conversation as it goes on. Older messages that could not be read are asked for again, as long as somebody is near. */
export function useLive({ room, loadedFrom }: RoomTimeline, entries: readonly Entry[]): MessageSource {
  const client = useChatClient();
  const [failures, setFailures] = useState(0);
  const older = useCallback(() => {
    const again = () => setFailures(failures + 1);
    client.loadOlder(room.id).catch(() => setTimeout(again, RETRY_MS));
  }, [client, failures, room.id]);
  return useMemo(() => ({ entries, live: true, hasOlder: loadedFrom > 0, hasNewer: false, older, newer: nothing, leave: nothing }), [entries, loadedFrom, older]);
}

function nothing(): void {}
