'use client';
import { type ChatView, unreadOf } from '@fourways/chat-client';
import { useCallback, useLayoutEffect, useState } from 'react';
import { useNamedMessage } from '@/features/rooms/served-address';
import { useMarkRead } from '@/features/rooms/use-mark-read';
import { useChat, useChatStore } from './chat-context';
import { type Entry, isEcho } from './entry';
import { type ReadingPlace, readingPlaces } from './reading-places';
import type { RowActs } from './row-acts';
import { firstNew, useDivider } from './use-divider';
import { useEditing } from './use-editing';
import { useLive } from './use-live';
import { useLongReading } from './use-long-reading';
import { useMayRead } from './use-may-read';
import { useMessageScroll } from './use-message-scroll';
import { useOpening } from './use-opening';
import { usePast } from './use-past';
import { usePermalink } from './use-permalink';
import { useReading } from './use-reading';
import { useReadingPlace } from './use-reading-place';
import { useRereading } from './use-rereading';
import type { RoomScreenState } from './use-room-screen';

const readAheadOf = (view: ChatView) => view.readAhead;

interface Doing {
  readonly editing: string | null;
  /** How often she has said something here. */
  readonly posts: number;
  readonly acts: RowActs;
}

/** Where the reader is in a conversation: which part of it is shown, what is new to her, and what she has read. */
export function useConversationPlace({ room, me, entries }: RoomScreenState, { editing, posts, acts }: Doing) {
  const store = useChatStore();
  const roomId = room.room.id;
  const ahead = useChat(readAheadOf).get(roomId) ?? 0;
  const readNumber = Math.max(room.read.number, ahead);
  const [unreadAtFirst] = useState(() => unreadOf({ timeline: store.timeline(), readAhead: store.view().readAhead }, roomId).messages);
  const named = useNamedMessage() !== null;
  const [left] = useState(() => (named ? undefined : readingPlaces.get(roomId)));
  const markRead = useMarkRead();

  const { mayRead, atEnd } = useMayRead(roomId, readNumber);
  const live = useLive(room, entries);
  const past = usePast(room, entries);
  const source = past.source ?? live;
  const scroll = useMessageScroll(source, { lastNumber: room.lastNumber, live: entries, me: me.id, posts, onEnd: () => atEnd(false) });
  useLongReading(roomId, source, scroll, past);
  useEditing(editing, scroll, { entries: source.entries, live: entries, past, acts });
  const after = useDivider(entries, { me: me.id, readNumber, unread: unreadAtFirst, posts });
  const divider = firstNew(source.entries, after, me.id);
  const { placeNow, restore } = useReadingPlace(scroll, { live: entries, past });
  useRereading(room, { past, placeNow, restore });
  const { openAround, leave } = past;
  const { reveal, toEnd } = scroll;
  const toUnread = async () => {
    const afterNumber = after ?? 0;
    if (await openAround({ aroundNumber: afterNumber + 1 })) reveal({ afterNumber });
  };
  const loadedNumber = firstNumber(source.entries);
  const unloaded = after !== null && after + 1 < loadedNumber ? room.lastNumber - after : 0;
  const elsewhere = !named && unloaded > 0;
  const pending = useOpening(scroll, { left, divider, elsewhere, restore, toUnread, leave });
  useLayoutEffect(() => (pending ? undefined : readingPlaces.enter(roomId, placeNow)), [pending, placeNow, roomId]);

  const goBack = (place: ReadingPlace | undefined) => (place ? void restore(place) : toEnd());
  const flashing = usePermalink(room, { openAround, leave, reveal, placeNow, goBack });
  const onRead = useCallback((number: number) => markRead(roomId, number), [markRead, roomId]);
  // What she comes to by reading on has been read as much as what is live, where she has gone by herself.
  const goesOn = loadedNumber <= readNumber + 1;
  useReading(scroll.box, (source.live || goesOn) && !pending && mayRead, scroll.shown, onRead);

  const more = source.live ? unloaded : 0;
  const goToEnd = () => {
    atEnd(true);
    toEnd();
  };
  return { scroll, divider, flashing, pending, elsewhere, more, toUnread, goToEnd };
}

/** Of the oldest message that is there. */
function firstNumber(entries: readonly Entry[]): number {
  const first = entries.find((entry) => !isEcho(entry));
  return first && !isEcho(first) ? first.number : Infinity;
}
