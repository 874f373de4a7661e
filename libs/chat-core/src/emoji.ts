import * as z from 'zod/mini';
import { LIMITS } from './limits.js';

const ONE_EMOJI = /^(?:\p{RI}\p{RI}|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f\u20e3?)?)*)$/u;
const PLAIN = /^[\d#*]\ufe0f?$/;

/** One emoji as a keyboard or picker gives it (UTS #51, ED-17), also those that are sequences. */
export const Emoji = z.string().check(
  z.maxLength(LIMITS.emojiChars, `must have at most ${LIMITS.emojiChars} characters`),
  z.refine((text) => ONE_EMOJI.test(text) && !PLAIN.test(text), 'must be one emoji'),
);
