import type { Command, CommandAnswer } from '@fourways/chat-core';
import { once } from 'node:events';
import type { Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import type { Guest } from '../guest.js';
import { LOBBY_ID } from '../people.js';

const TURN_MS = 10;
const AT_ONCE = 500;

interface Burst {
  readonly roomId?: string;
  readonly chars?: number;
}

/** Says in the lobby when it says it, as evenly as timers allow, or as fast as it is answered. */
export class Speaker {
  /** What was said in the lobby and acknowledged. */
  readonly said: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly unanswered = new Set<Promise<void>>();

  private constructor(private readonly socket: Socket) {}

  static async connect(guest: Guest): Promise<Speaker> {
    const { cursor } = await guest.snapshot();
    const socket = guest.socket({ cursor, conn: v7(), v: 1 });
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    return new Speaker(socket);
  }

  start(perSecond: number): void {
    let due = 0;
    let lastMs = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      for (due += ((now - lastMs) * perSecond) / 1_000; due >= 1; due--) this.say();
      lastMs = now;
    }, TURN_MS);
  }

  /** Resolves when everything has been acknowledged. */
  async pause(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.unanswered);
  }

  async burst(count: number, { roomId = LOBBY_ID, chars = 100 }: Burst = {}): Promise<void> {
    const post = () => this.post('x'.repeat(chars), roomId);
    for (let left = count; left > 0; left -= AT_ONCE) await Promise.all(Array.from({ length: Math.min(left, AT_ONCE) }, post));
    if (roomId === LOBBY_ID) await this.last();
  }

  async leave(): Promise<void> {
    await this.pause();
    this.socket.disconnect();
  }

  private say(): void {
    const body = `at ${performance.now()} ${'x'.repeat(200)}`;
    const saying = this.post(body, LOBBY_ID)
      .then(() => void this.said.push(body))
      .finally(() => this.unanswered.delete(saying));
    this.unanswered.add(saying);
  }

  /** What whoever has healed must have read. */
  private async last(): Promise<void> {
    const body = `the last of ${v7()}`;
    await this.post(body, LOBBY_ID);
    this.said.push(body);
  }

  private async post(body: string, roomId: string): Promise<void> {
    const command: Command = { name: 'message.post', data: { roomId, clientMsgId: v7(), body } };
    const answer = (await this.socket.emitWithAck('cmd', command)) as CommandAnswer;
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  }
}
