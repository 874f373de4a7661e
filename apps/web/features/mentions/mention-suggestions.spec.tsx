import { expect, it } from '@jest/globals';
import type { ChatClient } from '@fourways/chat-client';
import type { User } from '@fourways/chat-core';
import { MentionBook } from './mention-book';
import { mentionSuggestions } from './mention-suggestions';

const ann: User = { id: '01a22b64-e6e5-7748-87b0-d7b61906aaaa', name: 'Ann' };
const otherAnn: User = { id: '01a22b64-e6e5-7748-87b0-d7b61906bbbb', name: 'Ann' };
const anna: User = { id: '01a22b64-e6e5-7748-87b0-d7b61906cccc', name: 'Anna' };

/** One Ann and Anna are in the room, Anna is here; the other Ann is out of it. */
const client = {
  people: async ({ roomId }: { roomId?: string }) => ({ people: roomId ? [ann, anna] : [ann, otherAnn, anna] }),
  getSnapshot: () => ({ presence: [{ user: anna, state: 'online' }] }),
} as unknown as ChatClient;

it('[ux D7] tells namesakes apart, who is here, and who would not hear of it', async () => {
  const source = mentionSuggestions(client, 'room', new MentionBook(), { everyone: 'all', outside: 'outside', online: 'online' });
  const offered = await source.find('an');
  expect(offered.map(({ label, detail }) => [label, detail])).toEqual([
    ['Anna', 'online'],
    ['Ann', 'aaaa'],
    ['Ann', 'bbbb · outside'],
  ]);
});
