'use client';
import { type HistoryPage, type Message, type RoomTimeline, withChange } from '@fourways/chat-core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { toast } from '@/components/toast';
import { useChatClient, useTimeline } from './chat-context';
import type { Entry } from './entry';
import { useErrorText } from './error-text';
import type { MessageSource } from './message-source';

interface Stretch {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

type Place = { around: number } | { aroundNumber: number };

export interface Past {
  /** Null while there is no stretch. */
  readonly source: MessageSource | null;
  /** Says whether it is shown: not if it could not be read, which the reader has been told, nor if another place was asked for meanwhile. */
  readonly openAround: (place: Place) => Promise<boolean>;
  /** Makes a stretch of messages that are there already. */
  readonly openWith: (messages: readonly Message[], hasOlder: boolean) => void;
  /** What is being read for another place is not waited for. */
  readonly leave: () => void;
}

/** A stretch of the past that is read for itself. Where it meets the live messages, it goes on with them. */
export function usePast({ room, loadedFrom }: RoomTimeline, live: readonly Entry[]): Past {
  const client = useChatClient();
  const errorText = useErrorText();
  const { changes } = useTimeline();
  const [stretch, setStretch] = useState<Stretch | null>(null);
  /** The request under way whose answer counts. */
  const newest = useRef<object | null>(null);

  const load = useCallback(
    async (ask: () => Promise<HistoryPage>, next: (page: HistoryPage) => Stretch): Promise<boolean> => {
      const mine = {};
      newest.current = mine;
      try {
        const page = await ask();
        if (newest.current !== mine) return false;
        setStretch(next(page));
        return true;
      } catch (error) {
        toast.error(errorText(error));
        return false;
      } finally {
        if (newest.current === mine) newest.current = null;
      }
    },
    [errorText],
  );
  const openAround = useCallback(
    (place: Place) => load(() => client.around(room.id, place), ({ messages, hasMore, hasNewer = false }) => ({ messages, hasOlder: hasMore, hasNewer })),
    [client, load, room.id],
  );
  const openWith = useCallback((messages: readonly Message[], hasOlder: boolean) => setStretch({ messages, hasOlder, hasNewer: true }), []);
  const leave = useCallback(() => {
    newest.current = null;
    setStretch(null);
  }, []);

  const source = useMemo<MessageSource | null>(() => {
    if (!stretch) return null;
    const { hasOlder } = stretch;
    const messages = stretch.messages.map((message) => withChange(message, changes.get(message.id)));
    const older = () => void (newest.current ?? load(() => client.beside(room.id, { before: messages[0]?.roomSeq ?? 0 }), (page) => before(stretch, page)));
    const newer = () => void (newest.current ?? load(() => client.beside(room.id, { after: messages.at(-1)?.roomSeq ?? 0 }), (page) => after(stretch, page)));
    if (!meets(stretch, loadedFrom)) return { entries: messages, live: false, hasOlder, hasNewer: true, older, newer, leave };
    const entries = [...messages.filter(({ roomSeq }) => roomSeq < loadedFrom), ...live];
    return { entries, live: true, hasOlder, hasNewer: false, older, newer, leave };
  }, [stretch, changes, client, load, leave, live, room.id, loadedFrom]);

  return { source, openAround, openWith, leave };
}

function before(stretch: Stretch, page: HistoryPage): Stretch {
  return { ...stretch, messages: [...page.messages, ...stretch.messages], hasOlder: page.hasMore };
}

function after(stretch: Stretch, page: HistoryPage): Stretch {
  return { ...stretch, messages: [...stretch.messages, ...page.messages], hasNewer: page.hasMore };
}

function meets({ messages, hasNewer }: Stretch, loadedFrom: number): boolean {
  return !hasNewer || (messages.at(-1)?.roomSeq ?? 0) >= loadedFrom;
}
