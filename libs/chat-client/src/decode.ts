import { Bye, ChatEvent, EVENT_TYPES, type Frame, FrameEnvelope, Gap, Hello } from '@fourways/chat-core';
import type { Delivery } from './transport.js';

const KNOWN_TYPES = new Set<unknown>(EVENT_TYPES);

/**
 * Checks what a server sent under a name (`hello`, `frame`, `hb`, `gap`, `bye`); throws on anything malformed.
 * Null for a name that a newer server may use and this client does not know.
 */
export function decode(name: string, data: unknown): Delivery | null {
  switch (name) {
    case 'hello':
      return { kind: 'hello', hello: Hello.parse(data) };
    case 'frame':
    case 'hb':
      return { kind: 'frame', frame: decodeFrame(data) };
    case 'gap':
      return { kind: 'gap', gap: Gap.parse(data) };
    case 'bye':
      return { kind: 'bye', bye: Bye.parse(data) };
    default:
      return null;
  }
}

/** A frame whose events are all known: those of a type that only newer servers have are left out. */
export function decodeFrame(data: unknown): Frame {
  const frame = FrameEnvelope.parse(data);
  const { events } = data as { events?: unknown };
  if (!Array.isArray(events)) throw new TypeError('a frame must have events');
  return { ...frame, events: events.filter(isKnown).map((event) => ChatEvent.parse(event)) };
}

function isKnown(event: { type?: unknown } | null): boolean {
  return typeof event?.type !== 'string' || KNOWN_TYPES.has(event.type);
}
