'use client';
import type { User } from '@fourways/chat-core';
import { useEffect, useState } from 'react';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';

const TYPING_MS = 200;

interface Found {
  readonly people: readonly User[];
  readonly hasMore: boolean;
  /** What was asked for when these were found. */
  readonly asked: string;
  readonly refusal?: string;
}

interface People extends Omit<Found, 'asked'> {
  readonly busy: boolean;
  more(): void;
}

const NOBODY: Found = { people: [], hasMore: false, asked: '' };

/** Those whose names have a word that begins so: of everyone, or in one room. `null` asks nothing; `news` asks again. */
export function usePeople(typed: string | null, roomId?: string, news: unknown = null): People {
  const client = useChatClient();
  const errorText = useErrorText();
  const [found, setFound] = useState<Found>({ ...NOBODY, asked: '\n' });
  const q = typed?.trim() ?? null;
  const asked = `${roomId ?? ''} ${q}`;

  useEffect(() => {
    if (q === null) return;
    let current = true;
    const show = (next: Found) => current && setFound(next);
    const ask = () =>
      client.people({ q, ...(roomId && { roomId }) }).then(
        (page) => show({ ...page, asked }),
        (error) => show({ ...NOBODY, asked, refusal: errorText(error) }),
      );
    const timer = setTimeout(() => void ask(), q ? TYPING_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, errorText, q, roomId, asked, news]);

  function more() {
    const after = found.people.at(-1)?.id;
    if (!after || q === null) return;
    /** Of two clicks in one moment the second gets the same page again. */
    const follows = ({ people }: Found) => people.at(-1)?.id === after;
    client.people({ q, after, ...(roomId && { roomId }) }).then(
      (page) => setFound((now) => (now.asked === asked && follows(now) ? { ...page, people: [...now.people, ...page.people], asked } : now)),
      (error) => setFound((now) => ({ ...now, refusal: errorText(error) })),
    );
  }

  return { ...found, busy: q !== null && found.asked !== asked, more };
}
