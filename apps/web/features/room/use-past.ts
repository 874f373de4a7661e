'use client';
import { type HistoryPage, type Message, type RoomTimeline, withChange } from '@fourways/chat-core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useChatClient, useTimeline } from './chat-context';
import { useErrorText } from './error-text';
import type { MessageSource } from './message-source';

interface Stretch {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

type Place = { around: number } | { aroundNumber: number };

/** A stretch of the past that is read for itself, until it meets the live messages; null while there is none. */
export function usePast({ room, loadedFrom }: RoomTimeline): { past: MessageSource | null; openAround: (place: Place) => Promise<void>; leave: () => void } {
  const client = useChatClient();
  const errorText = useErrorText();
  const { changes } = useTimeline();
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const busy = useRef(false);

  const load = useCallback(
    async (ask: () => Promise<HistoryPage>, next: (page: HistoryPage) => Stretch | null) => {
      if (busy.current) return;
      busy.current = true;
      await ask()
        .then((page) => setStretch(next(page)))
        .catch((error) => void toast.error(errorText(error)))
        .finally(() => void (busy.current = false));
    },
    [errorText],
  );
  const openAround = useCallback(
    (place: Place) => load(() => client.around(room.id, place), ({ messages, hasMore, hasNewer = false }) => ({ messages, hasOlder: hasMore, hasNewer })),
    [client, load, room.id],
  );
  const leave = useCallback(() => setStretch(null), []);

  const past = useMemo<MessageSource | null>(() => {
    if (!stretch) return null;
    const { messages, hasOlder, hasNewer } = stretch;
    const older = () => void load(() => client.beside(room.id, { before: messages[0]?.roomSeq ?? 0 }), (page) => before(stretch, page));
    const newer = () => void load(() => client.beside(room.id, { after: messages.at(-1)?.roomSeq ?? 0 }), (page) => after(stretch, page, loadedFrom));
    return { entries: messages.map((message) => withChange(message, changes.get(message.id))), live: false, hasOlder, hasNewer, older, newer, leave };
  }, [stretch, changes, client, load, leave, room.id, loadedFrom]);

  return { past, openAround, leave };
}

function before(stretch: Stretch, page: HistoryPage): Stretch {
  return { ...stretch, messages: [...page.messages, ...stretch.messages], hasOlder: page.hasMore };
}

/** Where the stretch meets the live messages, they take over. */
function after(stretch: Stretch, page: HistoryPage, loadedFrom: number): Stretch | null {
  const messages = [...stretch.messages, ...page.messages];
  return !page.hasMore || (messages.at(-1)?.roomSeq ?? 0) >= loadedFrom ? null : { ...stretch, messages, hasNewer: true };
}
