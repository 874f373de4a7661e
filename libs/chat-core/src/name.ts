import { z } from 'zod';

const WITHOUT_TRICKS = /^[^\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]*$/u;
const SHOWS_SOMETHING = /[^\p{Default_Ignorable_Code_Point}]/u;

/** A name as a person types it: trimmed, single-spaced, without control or direction-changing characters. */
export function nameOf(maxChars: number) {
  return z
    .string()
    .normalize('NFC')
    .overwrite((name) => name.replace(/\s+/gu, ' ').trim())
    .min(1, { error: 'must not be empty', abort: true })
    .max(maxChars, `must have at most ${maxChars} characters`)
    .regex(WITHOUT_TRICKS, { error: 'must not contain invisible characters', abort: true })
    .regex(SHOWS_SOMETHING, 'must not be empty');
}
