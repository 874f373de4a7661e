import { get } from 'node:http';
import { type Frame, PATHS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import type { Guest } from '../guest.js';

const SAID_AT = /"body":"at ([\d.]+) /g;

/** Reads all that comes, at once, and notes how long after being said it arrived. */
export class FastReader {
  private delaysMs: number[] = [];

  private constructor(readonly close: () => void) {}

  static async sse(guest: Guest): Promise<FastReader> {
    const { cursor } = await guest.snapshot();
    const request = get(`${guest.url}${PATHS.sse}?cursor=${cursor}&conn=${v7()}`, { headers: { Cookie: guest.cookie } });
    const reader = new FastReader(() => request.destroy());
    request.on('error', () => {});
    return new Promise((resolve) => {
      request.on('response', (response) => {
        response.on('error', () => {}).on('data', (data: Buffer) => reader.note(data.toString('latin1')));
        resolve(reader);
      });
    });
  }

  static async websocket(guest: Guest): Promise<FastReader> {
    const { cursor } = await guest.snapshot();
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    const reader = new FastReader(() => socket.disconnect());
    await new Promise<void>((resolve) => socket.once('frame', () => resolve()));
    socket.on('frame', (frame: Frame) => reader.note(JSON.stringify(frame.events)));
    return reader;
  }

  /** What it has noted since it was asked last. */
  take(): number[] {
    const taken = this.delaysMs;
    this.delaysMs = [];
    return taken;
  }

  private note(text: string): void {
    const now = performance.now();
    for (const [, saidAt] of text.matchAll(SAID_AT)) this.delaysMs.push(now - Number(saidAt));
  }
}
