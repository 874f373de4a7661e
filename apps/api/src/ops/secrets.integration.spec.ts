import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PATHS, type Problem, Viewers } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { Guest } from '../../test/guest.js';
import '../../test/server.js';
import { createApp } from '../app.js';
import { Config } from '../config/config.js';
import { ReactionsService } from '../rooms/reactions.service.js';
import { RoomsRepository } from '../rooms/rooms.repository.js';
import { LOBBY } from '../session/lobby.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
  readonly requestId?: string;
  readonly path?: string;
  readonly status?: number;
}

const TEXT = 'what Ada says to Bob alone';
let dataDir: string;
let app: NestFastifyApplication;
let ada: Guest;
let cursor: string;
let log = '';
let unforeseen: Problem;

/** Everything that could go into a log, once: every route, a refusal, an error that nobody has foreseen, a socket. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fourways-'));
  const stream = new Writable({ write: (chunk, _, done) => done(void (log += String(chunk))) });
  app = await createApp(new Config({ DATA_DIR: dataDir, HOST_WEB: 'off', LOG_LEVEL: 'trace', DRAIN_MS: '0', ALLOWED_ORIGINS: '' }), stream);
  await app.listen(0, '127.0.0.1');
  ada = await Guest.signIn(`http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`, 'Ada Nobody');
  ({ cursor } = await ada.snapshot());
  await ada.say(TEXT);
  await ada.say('');
  await ada.poll(cursor);
  await ada.poll(`${cursor}x`);
  await ada.get(`${PATHS['long-poll']}?cursor=${cursor}&wait=0`);
  await ada.post(`${PATHS.rooms}/${LOBBY.id}/messages`, `{"body":"${TEXT}"`);
  await ada.get('/api/nothing');
  const broken = jest.spyOn(app.get(RoomsRepository), 'visibleTo').mockRejectedValue(new Error('the disk is on fire'));
  unforeseen = (await ada.request<Problem>('GET', PATHS.rooms, { headers: { 'X-Request-Id': 'unforeseen-1' } })).body;
  broken.mockRestore();
  const socket = ada.socket({ cursor, conn: v7(), v: 1 });
  await socket.timeout(3_000).emitWithAck('cmd', { name: 'message.post', data: { roomId: LOBBY.id, clientMsgId: v7(), body: TEXT } });
  await socket.timeout(3_000).emitWithAck('cmd', { name: 'message.post', data: { body: TEXT } });
  const onFire = jest.spyOn(app.get(ReactionsService), 'react').mockRejectedValue(new Error('the command is on fire'));
  await socket.timeout(3_000).emitWithAck('cmd', { name: 'message.react', data: { roomId: LOBBY.id, messageId: v7(), emoji: '👍', on: true } });
  onFire.mockRestore();
  jest.spyOn(app.get(Viewers), 'enter').mockRejectedValueOnce(new Error('the stream is on fire'));
  const turnedAway = ada.socket({ cursor, conn: v7(), v: 1 });
  await new Promise((resolve) => turnedAway.once('disconnect', resolve));
  socket.close();
  await ada.request('DELETE', PATHS.session);
  await app.close();
});
afterAll(() => rm(dataDir, { recursive: true }));

const lines = () => log.trim().split('\n').map((line) => JSON.parse(line) as Line);

describe('the log', () => {
  it('is JSON, line by line', () => {
    expect(lines().length).toBeGreaterThan(10);
  });

  it.each([
    ['the token', () => ada.token],
    ['the cookie', () => ada.cookie],
    ['the text of a message', () => TEXT],
    ['the cursor', () => cursor],
    ['a name', () => 'Ada Nobody'],
  ])('never holds %s', (_, secret) => {
    expect(log).not.toContain(secret());
  });

  it('has one line per request, with its id, path and status', () => {
    const requests = lines().filter(({ msg }) => msg === 'request');
    expect(requests.every(({ reqId }) => Boolean(reqId))).toBe(true);
    expect(requests.map(({ path, status }) => `${status} ${path}`)).toEqual(
      expect.arrayContaining([`201 ${PATHS.session}`, `200 ${PATHS.snapshot}`, `200 ${PATHS.poll}`, `400 ${PATHS.poll}`, '404 /api/nothing', `500 ${PATHS.rooms}`, `204 ${PATHS.session}`]),
    );
  });

  it('[X1] tells what nobody has foreseen under the id that the answer names, and the answer tells nothing', () => {
    const error = lines().find(({ level }) => level >= 50);
    expect(error).toMatchObject({ requestId: 'unforeseen-1', msg: 'the disk is on fire' });
    expect(lines().filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual(['the disk is on fire', 'the command is on fire', 'the stream is on fire']);
    expect(unforeseen).toEqual({ type: 'urn:fourways:problem:internal', title: 'Something went wrong on the server', status: 500, code: 'internal', requestId: 'unforeseen-1' });
    expect(lines().find(({ reqId }) => reqId === 'unforeseen-1')).toMatchObject({ status: 500 });
  });

  it('holds no warning of the framework', () => {
    expect(lines().filter(({ level }) => level === 40)).toEqual([]);
  });
});
