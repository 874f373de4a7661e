import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FaultyProxy } from '../faulty-proxy.js';
import { blackHole, both, bufferAnswers, delay, loseAnswerWith, muteUpgraded, refuseUpgrades, throttle } from './faults.js';

/** What one end of a connection has been given. */
class End {
  text = '';
  error: string | undefined;

  constructor(readonly socket: Socket) {
    socket.on('data', (data) => (this.text += data.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => (this.error = error.code));
  }

  async has(text: string): Promise<void> {
    while (!this.text.includes(text)) await once(this.socket, 'data');
  }

  async closed(): Promise<this> {
    if (!this.socket.closed) await new Promise((resolve) => this.socket.once('close', resolve));
    return this;
  }
}

describe('FaultyProxy', () => {
  const ends: End[] = [];
  let server: Server;
  let proxy: FaultyProxy;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await FaultyProxy.start(() => (server.address() as { port: number }).port);
  });

  afterEach(async () => {
    for (const { socket } of ends.splice(0)) socket.destroy();
    await proxy.stop();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A connection through the proxy: its two ends, after they have greeted one another if `greet` is given. */
  const connection = async (greet = true) => {
    const arrival = once(server, 'connection') as Promise<[Socket]>;
    const client = new End(connect(Number(new URL(proxy.url).port), '127.0.0.1'));
    const host = new End((await arrival)[0]);
    ends.push(client, host);
    if (greet) {
      client.socket.write('ping');
      await host.has('ping');
      host.socket.write('pong');
      await client.has('pong');
    }
    return { client, host };
  };

  const moment = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

  it('passes everything on, and the end of it, when nothing is set', async () => {
    const { client, host } = await connection();
    const much = 'x'.repeat(3_000_000);
    host.socket.end(`${much}end`);
    await client.has('end');
    expect(client.text).toHaveLength(much.length + 7);
    client.socket.end('bye');
    await host.has('bye');
    await Promise.all([client.closed(), host.closed()]);
    expect([client.error, host.error, proxy.open]).toEqual([undefined, undefined, 0]);
  });

  it('cuts with a reset', async () => {
    const { client } = await connection();
    proxy.cut();
    expect((await client.closed()).error).toBe('ECONNRESET');
  });

  it('loses an answer after the server has written it', async () => {
    const { client, host } = await connection();
    proxy.loseAnswers(1);
    host.socket.write('lost');
    expect((await client.closed()).text).toBe('pong');
    const next = await connection();
    expect(next.client.text).toBe('pong');
  });

  it('refuses whoever comes', async () => {
    proxy.refuse(true);
    const client = new End(connect(Number(new URL(proxy.url).port), '127.0.0.1'));
    expect((await client.closed()).error).toBe('ECONNRESET');
    proxy.refuse(false);
    await connection();
  });

  it('a black hole accepts and passes nothing on, not even the end; when it is gone, everything arrives in order', async () => {
    const { client, host } = await connection();
    proxy.set(blackHole());
    client.socket.write('one ');
    client.socket.end('two');
    host.socket.write('three');
    await moment();
    expect([client.text, host.text, host.socket.readableEnded]).toEqual(['pong', 'ping', false]);
    proxy.set(null);
    await Promise.all([host.has('pingone two'), client.has('pongthree')]);
    await host.closed();
  });

  it('a black hole may have one direction, and may be there for new connections only, or for open ones', async () => {
    const older = await connection();
    proxy.set(blackHole('toClient'), 'new');
    const newer = await connection(false);
    for (const { client, host } of [older, newer]) {
      client.socket.write('question');
      await host.has('question');
      host.socket.write('answer');
    }
    await older.client.has('answer');
    await moment();
    expect(newer.client.text).toBe('');
    proxy.set(null);
    proxy.set(blackHole('toServer'), 'open');
    await newer.client.has('answer');
    older.client.socket.write('more');
    const third = await connection();
    expect(third.host.text).toBe('ping');
    expect(older.host.text).not.toContain('more');
  });

  it('delays what comes, without keeping a second piece waiting for the first', async () => {
    proxy.set(delay(100));
    const { client, host } = await connection();
    const since = performance.now();
    host.socket.write('one');
    await moment(50);
    host.socket.write('two');
    await client.has('one');
    expect(performance.now() - since).toBeGreaterThanOrEqual(99);
    await client.has('two');
    expect(performance.now() - since).toBeGreaterThanOrEqual(149);
    expect(performance.now() - since).toBeLessThan(200);
  });

  it('throttles what the client is given, and the server feels it', async () => {
    const { client, host } = await connection();
    proxy.set(throttle(10_000));
    const since = performance.now();
    host.socket.write('x'.repeat(3_000));
    host.socket.write('end');
    await client.has('end');
    expect(performance.now() - since).toBeGreaterThan(200);
    expect(host.socket.write('x'.repeat(30_000_000))).toBe(false);
    await moment(200);
    expect(host.socket.writableLength).toBeGreaterThan(10_000_000);
  });

  it('buffers an answer until the server has closed', async () => {
    const { client, host } = await connection();
    proxy.set(bufferAnswers());
    host.socket.write('event 1');
    await moment();
    expect(client.text).toBe('pong');
    host.socket.end('event 2');
    await client.has('event 1event 2');
  });

  it('loses the first answer that has something in it, and no other', async () => {
    proxy.set(loseAnswerWith('secret'));
    const { client, host } = await connection();
    host.socket.write('something else ');
    await client.has('something else');
    host.socket.write('a secret');
    expect((await client.closed()).text).toBe('pongsomething else ');
    const next = await connection();
    next.host.socket.write('a secret');
    await next.client.has('a secret');
  });

  const UPGRADE = 'GET /api/ws HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

  it('refuses a request for a WebSocket, and no other', async () => {
    proxy.set(refuseUpgrades());
    const { client, host } = await connection();
    client.socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    await host.has('GET / ');
    const other = await connection(false);
    other.client.socket.write(UPGRADE);
    expect((await other.client.closed()).text).toMatch(/^HTTP\/1\.1 403 /);
    expect(other.host.text).toBe('');
  });

  it('lets a WebSocket open and then no frame through, and hinders nobody else', async () => {
    proxy.set(muteUpgraded());
    const plain = await connection();
    const { client, host } = await connection(false);
    client.socket.write(UPGRADE);
    await host.has('\r\n\r\n');
    host.socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\nfirst ');
    host.socket.write('second');
    await client.has('\r\n\r\n');
    plain.host.socket.write('goes on');
    await plain.client.has('goes on');
    await moment();
    expect(client.text).toMatch(/\r\n\r\n$/);
    proxy.set(null);
    await client.has('first second');
  });

  it('does one fault after the other', async () => {
    proxy.set(both(delay(80), bufferAnswers()));
    const { client, host } = await connection(false);
    host.socket.write('answer');
    client.socket.write('question');
    const since = performance.now();
    await host.has('question');
    expect(performance.now() - since).toBeGreaterThan(70);
    await moment(150);
    expect(client.text).toBe('');
    host.socket.end();
    await client.has('answer');
  });

  it('leaves nothing open when it stops in the middle of it all', async () => {
    proxy.set(both(delay(10_000), throttle(10)));
    const { client, host } = await connection(false);
    client.socket.write('x'.repeat(100_000));
    host.socket.write('x'.repeat(100_000));
    await moment();
    await proxy.stop();
    await Promise.all([client.closed(), host.closed()]);
    expect(proxy.open).toBe(0);
    proxy = await FaultyProxy.start(() => (server.address() as { port: number }).port);
  });
});
