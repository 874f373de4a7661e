import { deepStrictEqual, strictEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { applyEvents, LIMITS, parseCursor, type RoomTimeline, type Snapshot, type Timeline, timelineFrom } from '@fourways/chat-core';
import { eventually } from './eventually.js';
import type { Player } from './player.js';
import type { World } from './world.js';

/** Looks. Together they are shorter than the interval of heartbeats, which would make up for a wake-up that was lost. */
const SOON = 100;
const TRIES = 12;

interface Truth {
  /** What the tables hold. */
  readonly stored: Snapshot;
  /** What the client started from and all that it may see of the log, folded. */
  readonly logged: Timeline;
}

/** Compares what a client shows of these rooms with the log and the tables, both read without our client. */
export async function verify(player: Player, rooms: readonly string[], world: World): Promise<void> {
  const { stored, logged } = await shownTruth(player, rooms, world);
  const shown = player.client.getSnapshot().timeline!;
  for (const id of rooms) deepStrictEqual(shown.rooms.get(id), logged.rooms.get(id));
  assertStored(shown, stored, rooms);
  assertSaid(player, shown);
  const report = await world.retried(() => player.client.audit());
  strictEqual(report.outcome, 'match', JSON.stringify(report));
  for (const meter of Object.values(player.client.getSnapshot().meters)) deepStrictEqual([meter.lost, meter.gaps], [0, 0]);
}

/** The truth once the client shows it. Who says that it is in sync must show it soon; who is away may take its time. */
async function shownTruth(player: Player, rooms: readonly string[], world: World): Promise<Truth> {
  for (let tries = 1; ; tries++) {
    const truth = await world.retried(() => read(player, rooms));
    if (!truth) continue;
    const isShown = () => rooms.every((id) => isDeepStrictEqual(player.client.getSnapshot().timeline?.rooms.get(id), truth.logged.rooms.get(id)));
    if (await eventually(isShown, SOON)) return truth;
    const claimsToShowIt = player.client.getSnapshot().status === 'in-sync';
    if (claimsToShowIt || tries === TRIES) throw new Error(differences(player, rooms, truth));
  }
}

/** Undefined when the rooms changed between the two reads: a command whose connection was cut was still under way. */
async function read({ person, start }: Player, rooms: readonly string[]): Promise<Truth | undefined> {
  const stored = await person.snapshot();
  const events = await person.eventsAfter(start.cursor);
  const { seq } = parseCursor(stored.cursor);
  if (events.some((event) => event.seq > seq && rooms.includes(event.roomId!))) return undefined;
  return { stored, logged: applyEvents(timelineFrom(start), events) };
}

function differences({ name, client }: Player, rooms: readonly string[], { logged }: Truth): string {
  const { status, mode, timeline } = client.getSnapshot();
  const wrong = rooms.filter((id) => !isDeepStrictEqual(timeline?.rooms.get(id), logged.rooms.get(id)));
  const lines = wrong.map((id) => `shows ${summary(timeline?.rooms.get(id))}\ninstead of ${summary(logged.rooms.get(id))}`);
  return `${name}, ${status} by ${mode}, ${lines.join('\n')}`;
}

function summary(room: RoomTimeline | undefined): string {
  return JSON.stringify(room && { ...room, messages: room.messages.map(({ roomSeq, body, updatedSeq }) => `${roomSeq}:${body}@${updatedSeq}`).join(' ') });
}

/** What the client folded from events is what the tables hold (PROTOCOL W4): an oracle that does not read the log. */
function assertStored(shown: Timeline, stored: Snapshot, rooms: readonly string[]): void {
  for (const { room, joined, messages, ...view } of stored.rooms) {
    if (!rooms.includes(room.id)) continue;
    const mine = shown.rooms.get(room.id)!;
    strictEqual(mine.joined, joined);
    if (!joined) continue;
    const count = Math.min(messages.length, mine.messages.length);
    const { roomSeq, memberCount, lastNumber, read, preference } = view;
    const receipts = new Map(view.receipts.map((receipt) => [receipt.user.id, receipt]));
    const expected = { ...mine, room, roomSeq, memberCount, lastNumber, read, preference, receipts, messages: messages.slice(messages.length - count) };
    deepStrictEqual({ ...mine, messages: mine.messages.slice(mine.messages.length - count) }, expected);
    if (mine.loadedFrom === 0 && messages.length < LIMITS.snapshotMessages) strictEqual(mine.messages.length, messages.length);
  }
}

/** Everything typed here and not refused is there once, in the order of typing (PROTOCOL W3, W5). */
function assertSaid({ client, said }: Player, { rooms }: Timeline): void {
  const refused = new Set(client.getSnapshot().outbox.map(({ clientMsgId }) => clientMsgId));
  for (const [roomId, ids] of said) {
    const room = rooms.get(roomId);
    if (!room?.joined) continue;
    const shown = room.messages.map(({ clientMsgId }) => clientMsgId).filter((id) => ids.includes(id));
    const kept = ids.filter((id) => !refused.has(id));
    deepStrictEqual(shown, room.loadedFrom === 0 ? kept : kept.slice(kept.length - shown.length));
  }
}
