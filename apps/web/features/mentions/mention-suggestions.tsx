import type { ChatClient } from '@fourways/chat-client';
import type { User } from '@fourways/chat-core';
import { Users } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { sharedNames, tagOf } from '@/features/room/namesakes';
import type { Suggestion, SuggestionSource } from '@/features/suggestions/suggestion-source';
import type { MentionBook } from './mention-book';

const SHOWN = 8;

interface Words {
  readonly everyone: string;
  readonly outside: string;
  readonly online: string;
}

/** `@an` offers the members of the room, then those who would not hear of it, and says so. */
export function mentionSuggestions(client: ChatClient, roomId: string, book: MentionBook, words: Words): SuggestionSource {
  return {
    trigger: '@',
    minChars: 0,
    find: async (query) => {
      const [members, everyone] = await Promise.all([client.people({ roomId, q: query }), query ? client.people({ q: query }) : { people: [] }]);
      const inside = new Set(members.people.map(({ id }) => id));
      const outsiders = everyone.people.filter(({ id }) => !inside.has(id));
      const online = new Set(client.getSnapshot().presence.flatMap(({ user, state }) => (state === 'online' ? [user.id] : [])));
      const room = 'room'.startsWith(query.toLowerCase()) ? [roomSuggestion(words)] : [];
      const people = members.people.toSorted((a, b) => Number(online.has(b.id)) - Number(online.has(a.id)));
      const shared = sharedNames([...people, ...outsiders]);
      const suggest = (user: User, state: string) => personSuggestion(user, book, [tagOf(user, shared), state].filter(Boolean).join(' · '));
      return [...people.map((user) => suggest(user, online.has(user.id) ? words.online : '')), ...room, ...outsiders.map((user) => suggest(user, words.outside))].slice(0, SHOWN);
    },
  };
}

function personSuggestion(user: User, book: MentionBook, detail: string): Suggestion {
  return { id: user.id, insert: `@${user.name} `, label: user.name, icon: <Avatar user={user} size="small" />, onPick: () => book.pick(user), ...(detail && { detail }) };
}

function roomSuggestion({ everyone }: Words): Suggestion {
  return { id: 'room', insert: '@room ', label: '@room', icon: <Users className="size-5 text-soft" aria-hidden />, detail: everyone };
}
