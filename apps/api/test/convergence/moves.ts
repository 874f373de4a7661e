import { MODES } from '@fourways/chat-core';
import { answer, burst, call, edit, listen, post, react, remove } from './message-moves.js';
import type { Player } from './player.js';
import { read, unread } from './reading-moves.js';
import { attempt, begin, later, type Move, type Stage } from './stage.js';

/** Moves with their weights, of 1000: mostly talk, often a switch, now and then a fault, seldom a restart. */
const MOVES: readonly (readonly [number, Move])[] = [
  [110, post],
  [30, burst],
  [30, call],
  [50, answer],
  [60, edit],
  [40, remove],
  [70, react],
  [70, read],
  [30, unread],
  [60, join],
  [40, leave],
  [110, switchMode],
  [60, cut],
  [60, loseAnswers],
  [20, outage],
  [20, wake],
  [20, suspend],
  [20, freeze],
  [2, restart],
  [48, pause],
  [50, listen],
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
