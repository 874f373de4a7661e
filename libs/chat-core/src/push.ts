import * as z from 'zod/mini';
import { LIMITS } from './limits.js';
import { QuietHours } from './quiet-hours.js';
import { textOf } from './text.js';

/** Bytes in base64url without padding, as browsers write keys. */
const bytes = (count: number) => z.stringFormat('base64url', new RegExp(`^[\\w-]{${Math.ceil((count * 4) / 3)}}$`));

const TimeZone = z.string().check(z.maxLength(LIMITS.timeZoneChars), z.refine(isTimeZone, 'must be a time zone of the IANA database'));

/**
 * Where and how one browser can be reached while no page of ours is open: its PushSubscription as the browser gives it
 * (W3C Push API), and when it is to be left alone, by the clock where it is.
 */
export const PushDevice = z.object({
  endpoint: z.url().check(z.maxLength(LIMITS.pushEndpointChars)),
  /** The browser's P-256 key and its authentication secret (RFC 8291). */
  keys: z.object({ p256dh: bytes(65), auth: bytes(16) }),
  /** Null: at any time. Unsaid: as it was. */
  quiet: z.optional(z.nullable(z.extend(QuietHours, { zone: TimeZone }))),
});
export type PushDevice = z.infer<typeof PushDevice>;

/** The server's public key (VAPID, RFC 8292), in base64url: a browser takes pushes from its owner only. */
export const PushKey = z.object({ publicKey: bytes(65) });
export type PushKey = z.infer<typeof PushKey>;

/** What a push says, encrypted for the browser: enough to show a notification without another request. */
export const PushNotice = z.object({
  title: z.string(),
  body: z.string(),
  /** A notification takes the place of one with the same tag: the room's id. */
  tag: z.string(),
  /** To be opened by a click; null for a test. */
  roomId: z.nullable(z.string()),
});
export type PushNotice = z.infer<typeof PushNotice>;

/** What a test is to say, in the words of the page. */
export const PushTest = z.object({ title: textOf(LIMITS.pushTextChars), body: textOf(LIMITS.pushTextChars) });
export type PushTest = z.infer<typeof PushTest>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
