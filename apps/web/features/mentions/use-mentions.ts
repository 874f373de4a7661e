'use client';
import type { User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { useChatClient } from '@/features/room/chat-context';
import { MentionBook } from './mention-book';
import { mentionSuggestions } from './mention-suggestions';

/** What `@` offers in a room, and whom a text written there calls; `meant` are those whom it called before. */
export function useMentions(roomId: string, meant?: readonly User[]) {
  const t = useTranslations('mentions');
  const client = useChatClient();
  const [book] = useState(() => new MentionBook(meant));
  const sources = useMemo(
    () => [mentionSuggestions(client, roomId, book, { everyone: t('everyone'), outside: t('outside'), online: t('online') })],
    [client, roomId, book, t],
  );
  const calledIn = useCallback(
    (body: string) => {
      const { timeline: now, presence } = client.getSnapshot();
      const authors = now?.rooms.get(roomId)?.messages.map(({ author }) => author) ?? [];
      return book.calledIn(body, [...authors, ...presence.map(({ user }) => user)]);
    },
    [client, roomId, book],
  );
  return { sources, calledIn };
}
