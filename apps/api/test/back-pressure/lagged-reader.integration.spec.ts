import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Gap, LIMITS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import type { Guest } from '../guest.js';
import { openReader } from '../readers.js';
import { Stage } from './stage.js';

jest.setTimeout(60_000);

let stage: Stage;
beforeEach(async () => void (stage = await Stage.build()));
afterEach(() => stage.close());

/** Reads on the bare wire until it is told of a gap. */
const toldOfGap = {
  async sse(guest: Guest): Promise<() => Promise<Gap>> {
    const { ended } = await openReader.sse(guest);
    return async () => JSON.parse(/event: gap\nid: !gap\ndata: (.*)\n\n$/.exec((await ended).text!)![1]!) as Gap;
  },

  async websocket(guest: Guest): Promise<() => Promise<Gap>> {
    const { cursor } = await guest.snapshot();
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    const told = new Promise<Gap>((resolve) => socket.once('gap', resolve));
    await new Promise((resolve) => socket.once('frame', resolve));
    return () => told;
  },
};

describe('a reader that reads on when more than 5 000 events wait for it', () => {
  it.each(['sse', 'websocket'] as const)('[A10][Z2][C3][G3] %s: is told that it lagged, and heals', async (mode) => {
    const line = await stage.line();
    const client = await stage.arrive(line, mode);
    const gap = await toldOfGap[mode](await stage.signIn(line));
    await stage.stuff(2);
    await stage.speaker.burst(LIMITS.replayEvents + 1);
    stage.clearLines();
    expect(await gap()).toMatchObject({ reason: 'lagged' });
    await stage.healed(client);
    expect(client.getSnapshot()).toMatchObject({ meters: { [mode]: { gaps: 1 } }, lastGap: { reason: 'lagged' } });
  });
});
