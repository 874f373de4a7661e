import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TIMING } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import { WatchedServer } from '../back-pressure/watched-server.js';
import { Guest } from '../guest.js';
import { RawSocket } from './raw-socket.js';
import { textFrame, type WireFrame } from './websocket-frames.js';

const AT_ONCE = 4_000;
const PEAK_LIMIT_BYTES = 4 * 1024 * 1024;
const PING: WireFrame = { ...textFrame('x'.repeat(125)), opcode: 9 };

jest.setTimeout(60_000);

let server: WatchedServer;
beforeEach(async () => void (server = await WatchedServer.start()));
afterEach(() => server.stop());

const openSockets = async () => (await server.sockets()).filter(({ mode }) => mode === 'websocket').length;

describe('a socket that misbehaves', () => {
  it.each([
    ['pings', PING],
    ['joins what it may not', textFrame('40/admin,{}')],
  ])('[X1] [G6] and %s without end, but reads nothing, is cut off before the answers pile up', async (_, frame) => {
    const socket = await RawSocket.join(await Guest.signIn(server.url));
    socket.connection.pause();
    await eventually(async () => {
      for (let i = 0; i < AT_ONCE; i++) socket.send(frame);
      expect(await openSockets()).toBe(0);
    }, 9_000);
    socket.connection.destroy();
    expect((await server.memory()).peak).toBeLessThan(PEAK_LIMIT_BYTES);
  });

  it('[X1] [R6] and leaves, but keeps its connection, is closed', async () => {
    const socket = await RawSocket.join(await Guest.signIn(server.url));
    socket.say('41');
    await eventually(() => expect(socket.closing).toBe(true));
    await eventually(async () => expect(await openSockets()).toBe(0), TIMING.unwritableMs + 5_000);
    socket.connection.destroy();
  });
});
