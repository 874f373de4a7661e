import type { Message } from '@fourways/chat-core';
import { until } from '../until.js';
import type { Player } from './player.js';
import { attempt, joined, type Stage } from './stage.js';

const EMOJI = ['👍', '🎉'];

export function post(stage: Stage, player: Player): void {
  const room = stage.random.pick(joined(stage, player));
  if (room) player.say(room.room.id, `${player.name} ${room.roomSeq}`);
}

export function burst(stage: Stage, player: Player): void {
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

export async function edit(stage: Stage, player: Player): Promise<void> {
  const message = await ownMessage(stage, player);
  if (message) attempt(stage, player.client.edit(message.roomId, message.id, `${message.body} (edited)`));
}

export async function remove(stage: Stage, player: Player): Promise<void> {
  const message = await ownMessage(stage, player);
  if (message) attempt(stage, player.client.remove(message.roomId, message.id));
}

/** Of whomever, as far as it is loaded. */
function anyMessage(stage: Stage, player: Player): Message | undefined {
  return stage.random.pick(joined(stage, player).flatMap(({ messages }) => messages.filter(({ removed }) => !removed)));
}

export function answer(stage: Stage, player: Player): void {
  const message = anyMessage(stage, player);
  if (!message) return;
  const { id, roomId, roomSeq, author } = message;
  player.say(roomId, `an answer to ${roomSeq}`, { replyTo: { messageId: id, roomSeq, author } });
}

export function call(stage: Stage, player: Player): void {
  const room = stage.random.pick(joined(stage, player));
  if (room) player.say(room.room.id, `@room, ${player.name} calls`, { mentions: ['room'] });
}

/** Takes it back when it is hers already. */
export function react(stage: Stage, player: Player): void {
  const message = anyMessage(stage, player);
  if (!message) return;
  const emoji = stage.random.pick(EMOJI)!;
  const users = message.reactions?.find((reaction) => reaction.emoji === emoji)?.users ?? [];
  const isHers = users.some(({ id }) => id === player.person.user.id);
  attempt(stage, player.client.react(message.roomId, message.id, emoji, !isHers));
}

/** Until what she said has come back to her, or she is tired of waiting. */
export async function listen(_: Stage, { client }: Player): Promise<void> {
  await until(client, ({ outbox, status }) => status === 'in-sync' && outbox.length === 0, 'the answer', 300).catch(() => {});
}
