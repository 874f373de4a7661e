import * as z from 'zod/mini';

const WITHOUT_TRICKS = /^[^\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]*$/u;
const SHOWS_SOMETHING = /[^\p{Default_Ignorable_Code_Point}]/u;

/** A name as a person types it: trimmed, single-spaced, without control or direction-changing characters. */
export function nameOf(maxChars: number) {
  return z.string().check(
    z.normalize('NFC'),
    z.overwrite((name) => name.replace(/\s+/gu, ' ').trim()),
    z.minLength(1, { error: 'must not be empty', abort: true }),
    z.maxLength(maxChars, `must have at most ${maxChars} characters`),
    z.regex(WITHOUT_TRICKS, { error: 'must not contain invisible characters', abort: true }),
    z.regex(SHOWS_SOMETHING, 'must not be empty'),
  );
}
