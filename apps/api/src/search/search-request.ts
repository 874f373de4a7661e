import { fromText, LIMITS, RoomId } from '@fourways/chat-core';
import { z } from 'zod';

/** `before`: `seq` of the last message of the page before. */
export const SearchRequest = z.object({
  q: z.string().max(LIMITS.queryChars),
  room: z.optional(RoomId),
  before: fromText(z.coerce.number().int().positive().optional()),
  limit: fromText(z.coerce.number().int().min(1).max(LIMITS.searchPage).default(20)),
});
export type SearchRequest = z.infer<typeof SearchRequest>;
