import { deepEqual, equal } from 'node:assert/strict';
import { AuditSum, formatCursor, Gap, parseCursor, PATHS } from '@fourways/chat-core';
import { modes } from '../modes/modes.mjs';
import { shaped } from '../shape.mjs';
import { takeThrough } from '../take.mjs';

const TEXTS = 5;
/** FNV-1a of 64 bits, http://www.isthe.com/chongo/tech/comp/fnv: the kit counts for itself. */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

function digest(events) {
  const bytes = Buffer.from(events.map(({ seq, id }) => `${seq}:${id}\n`).join(''));
  const hash = bytes.reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * PRIME), OFFSET);
  return hash.toString(16).padStart(16, '0');
}

const audit = (guest, from, to) => guest.get(`${PATHS.audit}?${new URLSearchParams({ from, to })}`);

async function sumsUp({ ada, bob, eve, room, eves }) {
  const { cursor } = await ada.snapshot();
  let last;
  for (let i = 0; i < TEXTS; i++) {
    last = await bob.say(room, `audited ${i}`);
    await eve.say(eves, 'not hers to see');
  }
  const [poll] = modes;
  const frames = await takeThrough(poll.frames(ada, cursor), ({ events }) => events.some(({ id }) => id === last.id), 'the last text');
  const events = frames.flatMap((frame) => frame.events);
  const { status, body } = await audit(ada, cursor, frames.at(-1).next);
  equal(status, 200);
  deepEqual(shaped(AuditSum, body, 'the audit'), { count: events.length, digest: digest(events) });
}

async function cannotSay({ ada }) {
  const { cursor } = await ada.snapshot();
  const { epoch, seq } = parseCursor(cursor);
  const { status, body } = await audit(ada, cursor, formatCursor(epoch, seq + 1_000_000));
  equal(status, 410);
  equal(shaped(Gap, body.gap, 'the gap').reason, 'future');
}

export const auditRules = [
  { id: 'Q1', what: 'count and digest of what one may see between two cursors, and of nothing else', check: sumsUp },
  { id: 'Q1', what: 'a stretch that cannot be read is answered with its gap', check: cannotSay },
];
