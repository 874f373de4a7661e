import * as z from 'zod/mini';

/** One thing wrong with the input: where, and a sentence. */
export const Issue = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof Issue>;

/** RFC 9457 problem details, with our stable `code`. Over the WebSocket the same object is the acknowledgement. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  retryAfterMs: z.optional(z.int()),
  issues: z.optional(z.array(Issue)),
});
export type Problem = z.infer<typeof Problem>;
