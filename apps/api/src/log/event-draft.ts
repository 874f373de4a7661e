import type { EventDraft } from '@fourways/chat-core';
import { v7 } from 'uuid';

type Draft = EventDraft['event'];

/** The fields that every new event has. */
export function stamp(actor: string): { id: string; ts: number; actor: string } {
  return { id: v7(), ts: Date.now(), actor };
}

/** An event for the members of its room. */
export function inRoom(event: Draft): EventDraft {
  return { audience: `room:${event.roomId}`, event };
}
