import { type Gap, type Mode, PATHS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import type { Guest } from './guest.js';

/** What each mode says on the wire to a cursor that it cannot go on from. */
export const gapTold: Record<Mode, (guest: Guest, cursor: string) => Promise<Gap>> = {
  poll: (guest, cursor) => gone(guest, `${PATHS.poll}?cursor=${cursor}`),
  'long-poll': (guest, cursor) => gone(guest, `${PATHS['long-poll']}?cursor=${cursor}&wait=20`),

  /** With the stop sign, and then nothing more. */
  async sse(guest, cursor) {
    const response = await fetch(`${guest.url}${PATHS.sse}?cursor=${cursor}`, { headers: { Cookie: guest.cookie } });
    const data = /event: gap\nid: !gap\ndata: (.*)\n\n$/.exec(await response.text())?.[1];
    return JSON.parse(data ?? 'null') as Gap;
  },

  async websocket(guest, cursor) {
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    const gap = new Promise<Gap>((resolve) => socket.once('gap', resolve));
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    await Promise.all([gap, ended]);
    return gap;
  },
};

async function gone(guest: Guest, path: string): Promise<Gap> {
  const { status, body } = await guest.get<{ gap: Gap }>(path);
  if (status !== 410) throw new Error(`${path} was answered ${status}`);
  return body.gap;
}
