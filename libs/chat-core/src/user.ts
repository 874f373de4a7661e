import { z } from 'zod';
import { LIMITS } from './limits.js';

export const UserId = z.uuid();

/** A name as a person types it: trimmed, single-spaced, without control or direction-changing characters. */
export const UserName = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(LIMITS.nameChars, `must have at most ${LIMITS.nameChars} characters`)
      .regex(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]*$/u, 'must not contain invisible characters'),
  );

/** A person. Two may share a name; `id` tells them apart. */
export const User = z.object({ id: UserId, name: z.string() });
export type User = z.infer<typeof User>;
