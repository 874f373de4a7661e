import { z } from 'zod';

/** A text of at most so many UTF-16 code units that a database and a screen can hold. */
export function textOf(maxChars: number) {
  return z
    .string()
    .max(maxChars, `must have at most ${maxChars} characters`)
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
    .refine((text) => !text.includes('\u0000'), 'must not contain NUL');
}
