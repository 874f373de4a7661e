'use client';
import type { ChatView } from '@fourways/chat-client';
import type { User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { useChat, useTimeline } from '@/features/room/chat-context';
import { sharedNames, tagOf } from '@/features/room/namesakes';
import { goesBy } from '@/features/rooms/goes-by';
import { useMessagePerson } from '@/features/rooms/use-message-person';
import { usePeople } from '@/features/rooms/use-people';
import type { PaletteItem } from './palette-item';

const MOST_AWAY = 6;
const presenceOf = (view: ChatView) => view.presence;

interface PeopleItems {
  readonly here: readonly PaletteItem[];
  /** Found by their names. */
  readonly away: readonly PaletteItem[];
  readonly busy: boolean;
}

/** Whom one can write to: who is here now, and whoever goes by what is typed. */
export function usePeopleItems(typed: string): PeopleItems {
  const t = useTranslations('people');
  const { me } = useTimeline();
  const present = useChat(presenceOf);
  const { people, busy } = usePeople(typed.trim() || null);
  const message = useMessagePerson();
  const here = present.filter(({ user }) => user.id !== me.id);
  const known = new Set(present.map(({ user }) => user.id).concat(me.id));
  const away = typed.trim() ? people.filter(({ id, name }) => !known.has(id) && goesBy(name, typed)).slice(0, MOST_AWAY) : [];
  const shared = sharedNames([...present.map(({ user }) => user), ...away]);

  function itemOf(user: User, hint?: string): PaletteItem {
    return { value: user.id, label: user.name, sign: <Avatar user={user} size="small" />, hint: tagOf(user, shared) ?? hint, run: () => void message(user) };
  }

  return {
    here: here.map(({ user, state }) => itemOf(user, state === 'idle' ? t('idle') : undefined)),
    away: away.map((user) => itemOf(user)),
    busy,
  };
}
