import { ChatError, type Message, MODES, type RoomTimeline } from '@fourways/chat-core';
import type { Seeded } from '../seeded.js';
import type { Player } from './player.js';

/** What can happen in a scenario. */
export interface Stage {
  readonly players: readonly Player[];
  readonly random: Seeded;
  /** Commands that have not been answered yet. */
  readonly pending: Set<Promise<unknown>>;
  /** One room of each player; anyone may join. */
  readonly rooms: readonly string[];
}

type Move = (stage: Stage, player: Player) => Promise<unknown> | void;

/** Moves with their weights: mostly talk, often a switch, now and then a fault, seldom a restart. */
const MOVES: readonly (readonly [number, Move])[] = [
  [30, post],
  [4, burst],
  [8, edit],
  [5, remove],
  [6, join],
  [4, leave],
  [14, switchMode],
  [8, cut],
  [8, loseAnswers],
  [3, outage],
  [9, pause],
];
const TOTAL = MOVES.reduce((sum, [weight]) => sum + weight, 0);

export async function move(stage: Stage): Promise<void> {
  const player = stage.random.pick(stage.players)!;
  let lot = stage.random.below(TOTAL);
  const [, chosen] = MOVES.find(([weight]) => (lot -= weight) < 0)!;
  await chosen(stage, player);
}

/** The rooms of this scenario that the player is in; the lobby is everyone's. */
function joined({ rooms }: Stage, { client }: Player): RoomTimeline[] {
  const { timeline } = client.getSnapshot();
  return rooms.flatMap((id) => timeline?.rooms.get(id) ?? []).filter((room) => room.joined);
}

function say(player: Player, roomId: string): void {
  const said = player.said.get(roomId) ?? [];
  player.said.set(roomId, said);
  const body = `${player.start.me.name} ${said.length}`;
  said.push(body);
  player.client.post(roomId, body);
}

function post(stage: Stage, player: Player): void {
  const room = stage.random.pick(joined(stage, player));
  if (room) say(player, room.room.id);
}

function burst(stage: Stage, player: Player): void {
  for (let i = 0; i < 8; i++) post(stage, player);
}

function ownMessage(stage: Stage, player: Player): Message | undefined {
  const messages = joined(stage, player).flatMap((room) => room.messages);
  return stage.random.pick(messages.filter(({ author, removed }) => author.id === player.start.me.id && !removed));
}

/** Commands other than posts are not repeated: whether they were done shows in the log. */
function attempt({ pending }: Stage, command: Promise<unknown>): void {
  const answered = command
    .catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
    })
    .finally(() => pending.delete(answered));
  pending.add(answered);
}

function edit(stage: Stage, player: Player): void {
  const message = ownMessage(stage, player);
  if (message) attempt(stage, player.client.edit(message.roomId, message.id, `${message.body} (edited)`));
}

function remove(stage: Stage, player: Player): void {
  const message = ownMessage(stage, player);
  if (message) attempt(stage, player.client.remove(message.roomId, message.id));
}

function join(stage: Stage, { client }: Player): void {
  attempt(stage, client.joinRoom(stage.random.pick(stage.rooms)!));
}

function leave(stage: Stage, { client }: Player): void {
  attempt(stage, client.leaveRoom(stage.random.pick(stage.rooms)!));
}

function switchMode({ random }: Stage, { client }: Player): Promise<unknown> | void {
  const switched = client.use(random.pick(MODES)!);
  if (random.chance(0.3)) return Promise.race([switched, later(200)]);
}

function cut(_: Stage, { proxy }: Player): void {
  proxy.cut();
}

function loseAnswers({ random }: Stage, { proxy }: Player): void {
  proxy.loseAnswers(1 + random.below(3));
}

async function outage({ random }: Stage, { proxy }: Player): Promise<void> {
  proxy.refuse(true);
  await later(20 + random.below(80));
  proxy.refuse(false);
}

function pause({ random }: Stage): Promise<void> {
  return later(random.below(40));
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
