import { fromText, LIMITS, UserId } from '@fourways/chat-core';
import { z } from 'zod';

/** `q`: how a name, or a part of it, begins. `after`: the last person of the page before. */
export const PeopleRequest = z.object({
  q: z.string().max(LIMITS.nameChars).default(''),
  after: z.optional(UserId),
  limit: fromText(z.coerce.number().int().min(1).max(LIMITS.peoplePage).default(LIMITS.peoplePage)),
});
export type PeopleRequest = z.infer<typeof PeopleRequest>;
