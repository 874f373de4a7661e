import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeptConnections } from './kept-connections.js';

/** Requests that hang until they are aborted or answered by the test. */
class Server {
  readonly asked: AbortSignal[] = [];
  private answers: (() => void)[] = [];

  readonly ask = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      this.asked.push(signal);
      this.answers.push(resolve);
      signal.addEventListener('abort', () => reject(new Error('Aborted')));
    });

  answer(count = this.answers.length): void {
    for (const answer of this.answers.splice(0, count)) answer();
  }
}

describe('KeptConnections', () => {
  let server: Server;
  let kept: KeptConnections;
  let closing: AbortController;

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
    kept = new KeptConnections(server.ask);
    closing = new AbortController();
  });

  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[P1] gives nothing up when all answer in time', async () => {
    const shed = kept.shed(closing.signal);
    await jest.advanceTimersByTimeAsync(499);
    server.answer();
    expect([await shed, server.asked.length]).toEqual([false, 6]);
  });

  it('[P1] takes a refusal for an answer', async () => {
    expect(await new KeptConnections(() => Promise.reject(new Error('No'))).shed(closing.signal)).toBe(false);
  });

  it('[P1] asks on all at the same time, and gives up those that are silent', async () => {
    const shed = kept.shed(closing.signal);
    server.answer(5);
    await jest.advanceTimersByTimeAsync(499);
    expect(server.asked.map(({ aborted }) => aborted)).toEqual([false, false, false, false, false, false]);
    await jest.advanceTimersByTimeAsync(1);
    expect(await shed).toBe(true);
    expect(server.asked[5]!.aborted).toBe(true);
  });

  it('leaves nothing behind when the client is closed meanwhile', async () => {
    const shed = kept.shed(closing.signal);
    closing.abort();
    await shed;
    expect([jest.getTimerCount(), server.asked.every(({ aborted }) => aborted)]).toEqual([0, true]);
  });

  it('does it once for two that ask at the same time, and again later', async () => {
    const both = Promise.all([kept.shed(closing.signal), kept.shed(closing.signal)]);
    server.answer();
    expect([await both, server.asked.length]).toEqual([[false, false], 6]);
    const later = kept.shed(closing.signal);
    server.answer();
    expect([await later, server.asked.length]).toEqual([false, 12]);
  });
});
