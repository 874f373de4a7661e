import { ChatError, type Message, MODES, type RoomTimeline } from '@fourways/chat-core';
import type { Seeded } from '../seeded.js';
import { until } from '../until.js';
import type { Player } from './player.js';
import type { World } from './world.js';

/** What can happen in a schedule. */
export interface Stage {
  readonly players: readonly Player[];
  readonly random: Seeded;
  readonly rooms: readonly string[];
  readonly world: Pick<World, 'restart'>;
  /** What was begun and is not over: commands that have not been answered, pages that are away. */
  readonly pending: Set<Promise<unknown>>;
  /** Whose page is suspended or frozen. */
  readonly away: Set<Player>;
}

type Move = (stage: Stage, player: Player) => Promise<unknown> | void;

/** Moves with their weights, of 1000: mostly talk, often a switch, now and then a fault, seldom a restart. */
const MOVES: readonly (readonly [number, Move])[] = [
  [230, post],
  [40, burst],
  [90, edit],
  [50, remove],
  [60, join],
  [40, leave],
  [130, switchMode],
  [60, cut],
  [60, loseAnswers],
  [20, outage],
  [20, wake],
  [20, suspend],
  [20, freeze],
  [2, restart],
  [78, pause],
  [80, listen],
];
const TOTAL = MOVES.reduce((sum, [weight]) => sum + weight, 0);

/** Makes the next move of the schedule and says which it was. */
export async function move(stage: Stage): Promise<string> {
  const player = stage.random.pick(stage.players)!;
  let lot = stage.random.below(TOTAL);
  const [, chosen] = MOVES.find(([weight]) => (lot -= weight) < 0)!;
  await chosen(stage, player);
  return `${player.name} ${chosen.name}`;
}

/** The rooms of this schedule that the player is in; the lobby is everyone's. */
function joined({ rooms }: Stage, { client }: Player): RoomTimeline[] {
  const { timeline } = client.getSnapshot();
  return rooms.flatMap((id) => timeline?.rooms.get(id) ?? []).filter((room) => room.joined);
}

function post(stage: Stage, player: Player): void {
  const room = stage.random.pick(joined(stage, player));
  if (room) player.say(room.room.id, `${player.name} ${room.roomSeq}`);
}

function burst(stage: Stage, player: Player): void {
  for (let i = 0; i < 4; i++) post(stage, player);
}

/** One of hers that is there; when none is, she waits for what she has said. */
async function ownMessage(stage: Stage, player: Player): Promise<Message | undefined> {
  const mine = () => {
    const messages = joined(stage, player).flatMap((room) => room.messages);
    return messages.filter(({ author, removed }) => author.id === player.person.user.id && !removed);
  };
  if (mine().length === 0) await listen(stage, player);
  return stage.random.pick(mine());
}

function begin({ pending }: Stage, work: Promise<unknown>): void {
  const over = work.finally(() => pending.delete(over));
  pending.add(over);
}

/** Commands other than posts are not repeated: whether they were done shows in the log. */
function attempt(stage: Stage, command: Promise<unknown>): void {
  const answered = command.catch((error: unknown) => {
    if (!(error instanceof ChatError)) throw error;
  });
  begin(stage, answered);
}

async function edit(stage: Stage, player: Player): Promise<void> {
  const message = await ownMessage(stage, player);
  if (message) attempt(stage, player.client.edit(message.roomId, message.id, `${message.body} (edited)`));
}

async function remove(stage: Stage, player: Player): Promise<void> {
  const message = await ownMessage(stage, player);
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

/** As when the machine wakes up or finds another network. */
function wake(_: Stage, { client }: Player): void {
  client['engine'].connection.wake();
}

/** As when the page goes into the back-forward cache and comes out of it. */
function suspend(stage: Stage, player: Player): void {
  const { connection } = player.client['engine'];
  goAway(stage, player, () => connection.stop({ status: 'connecting', problem: null }), () => connection.start());
}

/** As when a hidden page is frozen in the middle of whatever it does, and thawed. */
function freeze(stage: Stage, player: Player): void {
  const { client } = player;
  goAway(stage, player, () => client.close(), () => void client.start());
}

function goAway(stage: Stage, player: Player, stop: () => void, start: () => void): void {
  if (stage.away.has(player)) return;
  stage.away.add(player);
  stop();
  const back = later(stage.random.below(300)).then(() => {
    stage.away.delete(player);
    start();
  });
  begin(stage, back);
}

function restart({ world }: Stage): void {
  world.restart();
}

function pause({ random }: Stage): Promise<void> {
  return later(random.below(60));
}

/** Until what she said has come back to her, or she is tired of waiting. */
async function listen(_: Stage, { client }: Player): Promise<void> {
  await until(client, ({ outbox, status }) => status === 'in-sync' && outbox.length === 0, 'the answer', 300).catch(() => {});
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
