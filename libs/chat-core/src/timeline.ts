import type { ChatEvent } from './event.js';
import { type MessageChange, withChange } from './message-change.js';
import { roomFrom, type RoomTimeline } from './room-timeline.js';
import type { HistoryPage, Snapshot } from './snapshot.js';
import { TimelineDraft } from './timeline-draft.js';
import type { User } from './user.js';

/**
 * The state that the log folds into, for one person.
 *
 * Every part carries the `seq` that last changed it, and an older event never overwrites a newer one. So within a
 * known room the fold does not depend on the order of events (PROTOCOL F1), nor on repeats (F2), nor on how a
 * snapshot, a page of history and a stream overlap (F3). Values are immutable: what did not change keeps its identity.
 */
export interface Timeline {
  readonly me: User;
  readonly rooms: ReadonlyMap<string, RoomTimeline>;
  /** Newest change of each message that is not loaded: met again when its page of history arrives. */
  readonly changes: ReadonlyMap<string, MessageChange>;
}

/** The state as of a snapshot. A re-sync after a gap starts here again. */
export function timelineFrom(snapshot: Snapshot): Timeline {
  const rooms = new Map(snapshot.rooms.map((view) => [view.room.id, roomFrom(view)]));
  return { me: snapshot.me, rooms, changes: new Map() };
}

/** Folds events into the state; returns the same state when they change nothing. */
export function applyEvents(timeline: Timeline, events: readonly ChatEvent[]): Timeline {
  const draft = new TimelineDraft(timeline);
  for (const event of events) draft.apply(event);
  return draft.finish();
}

/**
 * Puts a page of older messages before the loaded ones. `before` is the `loadedFrom` the page was asked with:
 * if the room has been re-joined or re-synced since, the page no longer fits and the state is returned unchanged.
 */
export function applyHistory(timeline: Timeline, roomId: string, before: number, page: HistoryPage): Timeline {
  const room = timeline.rooms.get(roomId);
  if (!room || room.loadedFrom !== before) return timeline;
  const changes = new Map(timeline.changes);
  const older = page.messages.map((message) => withChange(message, take(changes, message.id)));
  const loadedFrom = page.hasMore ? (older[0]?.roomSeq ?? room.loadedFrom) : 0;
  const rooms = new Map(timeline.rooms).set(roomId, { ...room, loadedFrom, messages: [...older, ...room.messages] });
  return { ...timeline, rooms, changes };
}

/** Lets go of all but the newest `count` messages of a room; pages of history bring the others back as they are by then (PROTOCOL F4). */
export function keepNewest(timeline: Timeline, roomId: string, count: number): Timeline {
  const room = timeline.rooms.get(roomId);
  if (!room || room.messages.length <= count) return timeline;
  const messages = room.messages.slice(-count);
  return { ...timeline, rooms: new Map(timeline.rooms).set(roomId, { ...room, messages, loadedFrom: messages[0]!.roomSeq }) };
}

function take<V>(map: Map<string, V>, key: string): V | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
