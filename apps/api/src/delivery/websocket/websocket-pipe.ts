import type { Bye, ClientEvents, EncodedFrame, Gap, Hello, ServerEvents } from '@fourways/chat-core';
import type { Socket } from 'socket.io';
import type { Pipe } from '../stream.js';
import { websocketFrame } from './text-frame.js';

export type ChatSocket = Socket<ClientEvents, ServerEvents>;

const BUFFERED_LIMIT_BYTES = 64 * 1024;
/** Answers to commands are emitted whether or not the client reads them, so they wait in engine.io's own buffer. */
const UNREAD_LIMIT_CHARS = 256 * 1024;

/**
 * A Socket.IO connection as a pipe. Whether it takes more is asked of the transport: engine.io's own buffer takes
 * everything and its `drain` event comes while megabytes are still unsent.
 */
export class WebsocketPipe implements Pipe {
  private readonly unanswered = new Set<Promise<void>>();

  constructor(
    private readonly socket: ChatSocket,
    onDrained: () => void,
  ) {
    socket.conn.transport.on('ready', onDrained);
  }

  hello(hello: Hello): void {
    this.socket.emit('hello', hello);
  }

  writable(): boolean {
    const { transport, readyState } = this.socket.conn;
    const { socket } = transport as unknown as { socket: { bufferedAmount: number } };
    return readyState === 'open' && transport.writable && this.queue.length === 0 && socket.bufferedAmount < BUFFERED_LIMIT_BYTES;
  }

  /** So many answers have not been read that no more commands should be taken. */
  get overfull(): boolean {
    return this.queue.reduce((chars, { data }) => chars + (data?.length ?? 0), 0) > UNREAD_LIMIT_CHARS;
  }

  write(frame: EncodedFrame): void {
    const { packet, bytes } = frame.as(websocketFrame);
    const options = { compress: false, wsPreEncodedFrame: [bytes] };
    this.socket.conn.write(packet, options as { compress: boolean });
  }

  gap(gap: Gap): void {
    this.socket.emit('gap', gap);
    this.closeAfterWriting();
  }

  end(goodbye: Bye): void {
    this.socket.emit('bye', goodbye);
    this.closeAfterWriting();
  }

  /** A command is being answered: a goodbye does not cut off its acknowledgement. */
  answering(answer: Promise<void>): void {
    this.unanswered.add(answer);
    void answer.finally(() => this.unanswered.delete(answer));
  }

  destroy(): void {
    const { socket } = this.socket.conn.transport as unknown as { socket: { terminate(): void } };
    socket.terminate();
  }

  private get queue(): readonly { readonly data?: string }[] {
    return (this.socket.conn as unknown as { writeBuffer: { data?: string }[] }).writeBuffer;
  }

  /** `disconnect` lets what has been emitted leave first. */
  private closeAfterWriting(): void {
    if (this.unanswered.size === 0) this.socket.disconnect(true);
    else void Promise.all(this.unanswered).then(() => this.socket.disconnect(true));
  }
}
