'use client';
import type { SearchQuery } from '@fourways/chat-client';
import type { SearchPage } from '@fourways/chat-core';
import { useEffect, useState } from 'react';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';

const TYPING_MS = 250;

export type Hit = SearchPage['found'][number];

interface Answer {
  readonly found: readonly Hit[];
  readonly hasMore: boolean;
  /** What was asked for when these were found. */
  readonly asked: string;
  readonly refusal?: string;
}

interface Search extends Omit<Answer, 'asked'> {
  readonly busy: boolean;
  more(): void;
}

/** Finds while one types; what was found stays until the next answer is there. */
export function useSearch(typed: string, roomId: string | undefined): Search {
  const client = useChatClient();
  const errorText = useErrorText();
  const [answer, setAnswer] = useState<Answer>({ found: [], hasMore: false, asked: '' });
  const q = typed.trim();
  const asked = q && `${roomId ?? ''} ${q}`;

  useEffect(() => {
    let current = true;
    const show = (next: Answer) => current && setAnswer(next);
    const ask = () => {
      if (!asked) return show({ found: [], hasMore: false, asked });
      client.search(queryFor(q, roomId)).then(
        (page) => show({ ...page, asked }),
        (error) => show({ found: [], hasMore: false, asked, refusal: errorText(error) }),
      );
    };
    const timer = setTimeout(ask, asked ? TYPING_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, errorText, q, roomId, asked]);

  function more() {
    const before = answer.found.at(-1)?.message.seq;
    if (before === undefined) return;
    /** Of two clicks in one moment the second gets the same page again. */
    const follows = ({ found }: Answer) => found.at(-1)?.message.seq === before;
    client.search({ ...queryFor(q, roomId), before }).then(
      (page) => setAnswer((now) => (now.asked === asked && follows(now) ? { asked, hasMore: page.hasMore, found: [...now.found, ...page.found] } : now)),
      (error) => setAnswer((now) => ({ ...now, refusal: errorText(error) })),
    );
  }

  return { ...answer, busy: answer.asked !== asked, more };
}

function queryFor(q: string, roomId: string | undefined): SearchQuery {
  return { q, ...(roomId && { roomId }) };
}
