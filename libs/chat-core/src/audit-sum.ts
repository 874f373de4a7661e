import * as z from 'zod/mini';

/** How many events there were, and the digest of which ones in which order: equal sums mean equal deliveries (PROTOCOL Q1). */
export const AuditSum = z.object({ count: z.int().check(z.nonnegative()), digest: z.string().check(z.regex(/^[0-9a-f]{16}$/)) });
export type AuditSum = z.infer<typeof AuditSum>;
