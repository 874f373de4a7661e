'use client';
import { type ChatView, unreadOf } from '@fourways/chat-client';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useMarkRead } from '@/features/rooms/use-mark-read';
import { useChat, useChatStore } from './chat-context';
import { isEcho } from './entry';
import { firstNew, useDivider } from './use-divider';
import { useLive } from './use-live';
import { useMessageScroll } from './use-message-scroll';
import { usePast } from './use-past';
import { usePermalink } from './use-permalink';
import { useReading } from './use-reading';
import type { RoomScreenState } from './use-room-screen';

const readAheadOf = (view: ChatView) => view.readAhead;

/** Where the reader is in a conversation: which part of it is shown, what is new to her, and what she has read. */
export function useConversationPlace({ room, me, entries }: RoomScreenState, jumps: number) {
  const store = useChatStore();
  const roomId = room.room.id;
  const ahead = useChat(readAheadOf).get(roomId) ?? 0;
  const readNumber = Math.max(room.read.number, ahead);
  const [unreadAtFirst] = useState(() => unreadOf({ timeline: store.timeline(), readAhead: store.view().readAhead }, roomId).messages);
  const markRead = useMarkRead();

  const live = useLive(room, entries);
  const { past, openAround, leave } = usePast(room);
  const source = past ?? live;
  const scroll = useMessageScroll(source, me.id, entries.filter(isEcho).length);
  const after = useDivider(readNumber, unreadAtFirst);
  const divider = firstNew(source.entries, after, me.id);
  const pending = useOpening(scroll, divider);

  const goBack = useCallback(() => {
    leave();
    scroll.toEnd();
  }, [leave, scroll.toEnd]);
  const flashing = usePermalink(room, { openAround, reveal: scroll.reveal, goBack }, jumps);
  const onRead = useCallback((number: number) => markRead(roomId, number), [markRead, roomId]);
  useReading(scroll.box, source.live, scroll.shown, onRead);

  const first = entries.find((entry) => !isEcho(entry));
  const loadedNumber = first && !isEcho(first) ? first.number : Infinity;
  const more = !past && after !== null && after + 1 < loadedNumber ? room.lastNumber - after : 0;
  const jumpToUnread = () => void openAround({ aroundNumber: (after ?? 0) + 1 });
  const unseen = past ? 0 : scroll.unseen;
  return { scroll, divider, flashing, pending, more, jumpToUnread, unseen };
}

/** Opens at the first new message, if it lies above what fits on the screen. Until then nothing is shown: nothing jumps. */
function useOpening({ box, keeper }: ReturnType<typeof useMessageScroll>, divider: string | null): boolean {
  const [pending, setPending] = useState(divider !== null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current) return;
    opened.current = true;
    const row = divider && box.current?.querySelector(`[data-message-id="${divider}"]`);
    if (row && keeper.current?.isAbove(row)) keeper.current.show(row);
    setPending(false);
  }, [box, divider, keeper]);
  return pending;
}
