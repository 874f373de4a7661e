import { deepEqual, equal } from 'node:assert/strict';
import { HistoryPage } from '@fourways/chat-core';
import { shaped } from '../shape.mjs';

const LIMIT = 3;
const texts = Array.from({ length: 7 }, (_, i) => `page ${i}`);

async function page(guest, room, query) {
  const { status, body } = await guest.history(room, `?limit=${LIMIT}&${query}`);
  equal(status, 200);
  return shaped(HistoryPage, body, 'the page');
}

/** A room of its own, with nothing else in it. */
async function filledRoom({ ada }) {
  const room = await ada.createRoom(`History ${Date.now()}`);
  for (const text of texts) await ada.say(room, text);
  return room;
}

async function backwards(world) {
  const room = await filledRoom(world);
  let last = await page(world.ada, room, '');
  const messages = [...last.messages];
  while (last.hasMore) {
    last = await page(world.ada, room, `before=${messages[0].roomSeq}`);
    messages.unshift(...last.messages);
  }
  deepEqual(messages.map(({ body }) => body), texts);
}

async function forwards(world) {
  const room = await filledRoom(world);
  let last = await page(world.ada, room, 'after=0');
  const messages = [...last.messages];
  while (last.hasMore) {
    last = await page(world.ada, room, `after=${messages.at(-1).roomSeq}`);
    messages.push(...last.messages);
  }
  deepEqual(messages.map(({ body }) => body), texts);
}

export const historyRules = [
  { id: 'H1', what: 'pages walked backwards join without hole or repeat', check: backwards },
  { id: 'H1', what: 'pages walked forwards join without hole or repeat', check: forwards },
];
