import { type Ack, ChatError, type CommandAnswer, TIMING } from '@fourways/chat-core';
import type { Socket } from 'socket.io-client';
import { fetchAnswers } from './fetch-answers.js';
import type { CommandChannel } from './transport.js';
import { unreachable } from './unreachable.js';

const FAREWELL_MS = 2_000;

/** The commands of one socket: each is sent once and awaits its acknowledgement for 10 s. */
export class SocketCommands {
  private readonly pending = new Set<Promise<unknown>>();

  constructor(private readonly socket: Socket) {}

  readonly run: CommandChannel = async (command) => {
    if (!this.socket.connected) throw unreachable('The socket is closed');
    const answer = this.socket.timeout(TIMING.pollRequestMs).emitWithAck('cmd', command);
    this.pending.add(answer);
    try {
      return await result(await answer.catch((error) => Promise.reject(unreachable('No acknowledgement came', error))));
    } finally {
      this.pending.delete(answer);
    }
  };

  /** Calls `leave` when nothing is awaited any more, after 2 s, or when `closed` aborts: whichever is first. */
  finish(closed: AbortSignal, leave: () => void): void {
    const done = () => {
      clearTimeout(timer);
      closed.removeEventListener('abort', done);
      leave();
    };
    const timer = setTimeout(done, FAREWELL_MS);
    closed.addEventListener('abort', done);
    if (this.pending.size === 0 || closed.aborted) return done();
    void Promise.allSettled(this.pending).then(done);
  }
}

async function result(answer: CommandAnswer): Promise<Ack | null> {
  const { Ack, Problem } = await fetchAnswers();
  if (!answer.ok) throw ChatError.from(Problem.parse(answer.problem));
  return answer.result === null ? null : Ack.parse(answer.result);
}
