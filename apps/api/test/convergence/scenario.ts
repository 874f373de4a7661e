import { deepStrictEqual, strictEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { ChatClient } from '@fourways/chat-client';
import { applyEvents, LIMITS, MODES, type RoomTimeline, Snapshot, type Timeline, timelineFrom } from '@fourways/chat-core';
import { eventsAfter } from '../events-after.js';
import { FaultyProxy } from '../faulty-proxy.js';
import { Seeded } from '../seeded.js';
import type { TestServer } from '../server.js';
import { until } from '../until.js';
import { move, type Stage } from './moves.js';
import type { Player } from './player.js';

const PLAYERS = 3;
const MOVES = 40;
const SETTLED_MS = 60_000;
/** Looks, 100 ms apart: a restart that another scenario asks for keeps a client away for up to 3 s. */
const CHECKS = 150;

interface World {
  readonly server: TestServer;
  /** Restarts the server once, however many scenarios ask for it at the same time. */
  restart(): Promise<void>;
}

/** Plays the schedule of a seed to its end; throws where a client does not end with exactly what it may see. */
export async function playScenario(seed: number, world: World): Promise<void> {
  const random = new Seeded(seed);
  const players: Player[] = [];
  try {
    for (let i = 0; i < PLAYERS; i++) players.push(await arrive(world.server, `p${i}`, random));
    const rooms = await Promise.all(players.map(({ client, start }) => openRoom(client, `${seed} ${start.me.id}`)));
    const stage: Stage = { players, random, rooms, pending: new Set() };
    const restartAt = random.chance(0.1) ? random.below(MOVES) : -1;
    for (let i = 0; i < MOVES; i++) {
      if (i === restartAt) void world.restart();
      await move(stage);
    }
    for (const { proxy } of players) proxy.loseAnswers(0);
    await Promise.all(stage.pending);
    for (const player of players) await settle(player, world.server);
    for (const player of players) await check(player, rooms, world.server);
  } finally {
    for (const { client, proxy } of players) {
      client.close();
      await proxy.stop();
    }
  }
}

async function arrive(server: TestServer, name: string, random: Seeded): Promise<Player> {
  const proxy = await FaultyProxy.start(() => server.port);
  const cookie = await retried(() => signIn(server.url, name));
  const start = await retried(() => snapshotOf(server.url, cookie));
  const jitter = new Seeded(random.below(2 ** 31));
  const options = { mode: random.pick(MODES)!, pollIntervalMs: 500, random: () => jitter.next() * 0.2 };
  const client = new ChatClient({ baseUrl: proxy.url, cookie, snapshot: start, ...options });
  await client.start();
  return { client, proxy, cookie, start, said: new Map() };
}

async function openRoom(client: ChatClient, name: string): Promise<string> {
  const { event } = await retried(() => client.createRoom(name));
  const { roomId } = event!;
  await until(client, ({ timeline }) => timeline?.rooms.get(roomId)?.joined === true, 'my own room', SETTLED_MS);
  return roomId;
}

/** All that was typed is sent or refused, and the client shows the head of the log. */
async function settle({ client, cookie }: Player, server: TestServer): Promise<void> {
  await until(client, ({ outbox, status }) => status === 'in-sync' && outbox.every(({ state }) => state === 'failed'), 'everything sent', SETTLED_MS);
  const { rooms } = await retried(() => snapshotOf(server.url, cookie));
  const newest = new Map(rooms.filter(({ joined }) => joined).map(({ room, roomSeq }) => [room.id, roomSeq]));
  await until(client, ({ timeline }) => [...newest].every(([id, roomSeq]) => (timeline?.rooms.get(id)?.roomSeq ?? 0) >= roomSeq), 'the newest', SETTLED_MS);
}

/** The rooms of this scenario show what plain requests find in the log; other scenarios go on in theirs. */
async function check(player: Player, rooms: readonly string[], server: TestServer): Promise<void> {
  const { client, cookie, start } = player;
  for (let tries = 0; ; tries++) {
    const events = await retried(() => eventsAfter(server.url, cookie, start.cursor));
    const expected = applyEvents(timelineFrom(start), events);
    const shown = client.getSnapshot().timeline!;
    const wrong = rooms.find((id) => !isDeepStrictEqual(shown.rooms.get(id), expected.rooms.get(id)));
    if (!wrong) {
      strictEqual((await retried(() => client.audit())).outcome, 'match');
      assertStored(shown, await retried(() => snapshotOf(server.url, cookie)), rooms);
      return assertSaid(player, shown);
    }
    if (tries === CHECKS) throw new Error(`${start.me.name}: ${difference(shown.rooms.get(wrong), expected.rooms.get(wrong))}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function difference(shown: RoomTimeline | undefined, expected: RoomTimeline | undefined): string {
  const summary = (room: RoomTimeline | undefined) =>
    room && { ...room, messages: room.messages.map(({ roomSeq, body, updatedSeq }) => `${roomSeq}:${body}@${updatedSeq}`).join(' ') };
  return `shows ${JSON.stringify(summary(shown))}\ninstead of ${JSON.stringify(summary(expected))}`;
}

/** What the client folded from events is what the tables hold (PROTOCOL W4): an oracle that does not read the log. */
function assertStored(shown: Timeline, stored: Snapshot, rooms: readonly string[]): void {
  for (const { room, joined, roomSeq, memberCount, messages } of stored.rooms) {
    if (!joined || !rooms.includes(room.id)) continue;
    const mine = shown.rooms.get(room.id)!;
    const count = Math.min(messages.length, mine.messages.length);
    const expected = { ...mine, joined, roomSeq, memberCount, messages: messages.slice(messages.length - count) };
    deepStrictEqual({ ...mine, messages: mine.messages.slice(mine.messages.length - count) }, expected);
    if (mine.loadedFrom === 0 && messages.length < LIMITS.snapshotMessages) strictEqual(mine.messages.length, messages.length);
  }
}

/** Everything typed and not refused is there once, in the order of typing (PROTOCOL W3, W5). */
function assertSaid({ client, said, start }: Player, timeline: Timeline): void {
  for (const mode of MODES) strictEqual(client.getSnapshot().meters[mode].lost, 0);
  const refused = new Set(client.getSnapshot().outbox.map(({ body, roomId }) => `${roomId} ${body}`));
  for (const [roomId, bodies] of said) {
    const room = timeline.rooms.get(roomId);
    if (!room?.joined) continue;
    const stored = room.messages.filter(({ author }) => author.id === start.me.id).map(({ body, removed }) => (removed ? null : body.replaceAll(' (edited)', '')));
    const kept = bodies.filter((body) => !refused.has(`${roomId} ${body}`));
    const expected = kept.slice(kept.length - stored.length);
    const wrong = stored.findIndex((body, i) => body !== null && body !== expected[i]);
    if (wrong >= 0 || stored.length > kept.length) throw new Error(`${start.me.name} said ${kept.join()} but it reads ${stored.join()}`);
  }
}

async function signIn(url: string, name: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name }) });
  return response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
}

async function snapshotOf(url: string, cookie: string): Promise<Snapshot> {
  const response = await fetch(`${url}/api/snapshot`, { headers: { cookie } });
  return Snapshot.parse(await response.json());
}

/** The server may be restarting for another scenario. */
async function retried<T>(task: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await task();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
