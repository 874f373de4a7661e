import * as z from 'zod/mini';
import { Message } from './message.js';

/** Messages that were found, the newest first. `words` are the words of the messages that matched, to be marked. */
export const SearchPage = z.object({
  found: z.array(z.object({ message: Message, words: z.array(z.string()) })),
  hasMore: z.boolean(),
});
export type SearchPage = z.infer<typeof SearchPage>;
