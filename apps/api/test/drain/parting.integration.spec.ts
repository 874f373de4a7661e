import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Command, CommandAnswer, Problem } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest } from '../guest.js';
import { LOBBY_ID, People } from '../people.js';
import { startServer, type TestServer } from '../server.js';
import { until } from '../until.js';

const DRAIN_MS = 4_000;

jest.setTimeout(20_000);

let server: TestServer;
let ada: Guest;
let people: People;
beforeEach(async () => {
  people = new People();
  server = await startServer({ DRAIN_MS: String(DRAIN_MS), MESSAGES_PER_SECOND: '1000' });
  ada = await Guest.signIn(server.url);
});
afterEach(async () => {
  people.leave();
  await server.stop();
});

describe('a server that goes down', () => {
  it('[A16][Z1][V1] stays until it has told those who only ask now and then, and no longer', async () => {
    const clients = await Promise.all(['Ada', 'Bob', 'Cyd'].map((name) => people.arrive(server.url, name, { mode: 'poll', pollIntervalMs: 1_000 })));
    for (const client of clients) await until(client, ({ meters }) => meters.poll.requests > 3, 'two intervals');
    const since = performance.now();
    const halted = server.halt();
    for (const client of clients) {
      const { problem } = await until(client, (view) => view.problem !== null, 'a refusal');
      expect(problem).toMatchObject({ code: 'shutting_down', retryAfterMs: expect.any(Number) });
    }
    await halted;
    expect(performance.now() - since).toBeLessThan(DRAIN_MS);
  });

  it('[A16][Z1][W1] acknowledges the commands that are under way before it closes their socket', async () => {
    await server.restart({ DRAIN_MS: '0' });
    const { cursor } = await ada.snapshot();
    const socket = ada.socket({ cursor, conn: v7(), v: 1 });
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    const bye = once(socket as unknown as NodeJS.EventEmitter, 'bye');
    const answers = Array.from({ length: 100 }, () => socket.emitWithAck('cmd', post()) as Promise<CommandAnswer>);
    await answers[0];
    await server.halt();
    expect((await Promise.all(answers)).filter(({ ok }) => ok)).toHaveLength(100);
    expect(await bye).toMatchObject([{ code: 4001 }]);
  });

  it('[A16][Z1][X1] takes commands as long as it says goodbye; then it refuses them and says when to come back', async () => {
    await people.arrive(server.url, 'Reader', { mode: 'sse' });
    let halting = true;
    const halted = server.halt().finally(() => (halting = false));
    const answers: { status: number; retryAfter: string | null; code: string | undefined }[] = [];
    while (halting) {
      const answer = await ada.post<Problem>(`/api/rooms/${LOBBY_ID}/messages`, { clientMsgId: v7(), body: 'still there?' }).catch(() => undefined);
      if (answer) answers.push({ status: answer.status, retryAfter: answer.headers.get('retry-after'), code: answer.body.code });
    }
    await halted;
    const firstRefusal = answers.findIndex(({ status }) => status !== 201);
    expect(firstRefusal).toBeGreaterThan(0);
    for (const answer of answers.slice(firstRefusal)) expect(answer).toEqual({ status: 503, retryAfter: expect.stringMatching(/^\d+$/), code: 'shutting_down' });
  });
});

function post(): Command {
  return { name: 'message.post', data: { roomId: LOBBY_ID, clientMsgId: v7(), body: 'under way' } };
}
