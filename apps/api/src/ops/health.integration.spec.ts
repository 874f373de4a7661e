import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventLog } from '@fourways/chat-core';
import { Guest } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';

describe('health', () => {
  let server: TestServer;
  beforeAll(async () => void (server = await startServer()));
  afterAll(() => server.stop());

  it('says that it lives, uncached, to anyone', async () => {
    const response = await fetch(`${server.url}/api/health/live`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('says that it is ready, with the head of the log', async () => {
    const guest = await Guest.signIn(server.url);
    const { seq } = await guest.saying('hello');
    const response = await fetch(`${server.url}/api/health/ready`);
    expect(await response.json()).toEqual({ status: 'ok', head: seq });
  });

  it('is alive but not ready while the database does not answer', async () => {
    const range = jest.spyOn(server.app.get(EventLog), 'range').mockRejectedValue(new Error('disk I/O error'));
    try {
      expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200);
      const ready = await fetch(`${server.url}/api/health/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({ code: 'overloaded', detail: 'The database does not answer' });
    } finally {
      range.mockRestore();
    }
  });
});
