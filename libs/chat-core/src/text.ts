import * as z from 'zod/mini';

/** A text of at most so many UTF-16 code units that a database and a screen can hold. */
export function textOf(maxChars: number) {
  return z.string().check(
    z.maxLength(maxChars, `must have at most ${maxChars} characters`),
    z.refine((text) => text.isWellFormed(), 'must be well-formed Unicode'),
    z.refine((text) => !text.includes('\u0000'), 'must not contain NUL'),
  );
}
