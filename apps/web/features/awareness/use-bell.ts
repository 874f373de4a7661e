'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { gistOf } from '@/features/attachments/gist-of';
import { useChatStore } from '@/features/room/chat-context';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { Bell } from './bell';
import { LookMark } from './look-mark';
import { type News, NewsWatch } from './news-watch';
import { NoticeBoard } from './notice-board';
import { useFocused } from './use-focused';

/** Sounds and notifications for what others say. */
export function useBell(roomId: string): void {
  const t = useTranslations('awareness');
  const store = useChatStore();
  const { open } = useOpenRoom();
  const focused = useFocused();
  const [looks] = useState(() => new LookMark());
  const openRoom = useEffectEvent((id: string) => open(id));
  const [board] = useState(() => new NoticeBoard((id) => openRoom(id)));

  const show = useEffectEvent(({ timeline: { room }, message }: News) => {
    const { author } = message;
    const title = room.kind === 'direct' ? author.name : t('said', { author: author.name, room: room.name });
    void board.show({ title, body: message.body.slice(0, 200) || gistOf(message), tag: room.id, roomId: room.id });
  });

  useEffect(() => {
    const bell = new Bell(looks, { me: () => store.timeline().me, follows: () => store.view().follows, show });
    const watch = new NewsWatch(store.timeline());
    return store.subscribe(() => watch.take(store.timeline()).forEach((news) => void bell.hear(news)));
  }, [store, looks]);

  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const clicked = ({ data }: MessageEvent<{ openRoom?: string }>) => data.openRoom && openRoom(data.openRoom);
    navigator.serviceWorker.addEventListener('message', clicked);
    return () => navigator.serviceWorker.removeEventListener('message', clicked);
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const look = () => looks.look(focused ? roomId : null);
    const lookAway = () => looks.look(null);
    look();
    if (focused) void board.withdraw(roomId);
    window.addEventListener('pagehide', lookAway, { signal: stop.signal });
    window.addEventListener('pageshow', look, { signal: stop.signal });
    return () => {
      stop.abort();
      lookAway();
    };
  }, [looks, board, focused, roomId]);
}
