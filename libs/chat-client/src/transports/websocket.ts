import { PATHS } from '@fourways/chat-core';
import type { Socket } from 'socket.io-client';
import { SocketCommands } from '../socket-commands.js';
import { type Answers, fetchAnswers } from '../fetch-answers.js';
import type { Http } from '../http.js';
import { Mailbox } from '../mailbox.js';
import { byteLength, type Meter } from '../meters.js';
import type { Attempt, Delivery, Transport } from '../transport.js';
import { unreachable } from '../unreachable.js';

/** Socket.IO over a WebSocket only: no polling underneath, no reconnecting by itself, no buffer of unsent commands. */
export class WebSocketTransport implements Transport {
  readonly mode = 'websocket';

  constructor(private readonly http: Http) {}

  async *open(attempt: Attempt): AsyncGenerator<Delivery> {
    const [socket, answers] = await Promise.all([this.socket(attempt), fetchAnswers()]);
    if (attempt.signal.aborted) return;
    const mailbox = new Mailbox<Delivery>();
    const commands = new SocketCommands(socket);
    socket.once('connect', () => attempt.onChannel(commands.run));
    socket.onAny((name: string, data: unknown) => receive(mailbox, answers.decode, name, data));
    socket.on('connect_error', (error) => refused(mailbox, answers.Bye, error));
    socket.on('disconnect', (reason) => mailbox.end(unreachable(`The socket closed: ${reason}`)));
    const leave = () => {
      mailbox.end();
      commands.finish(attempt.closed, () => socket.disconnect());
    };
    attempt.signal.addEventListener('abort', leave);
    socket.io.on('ping', () => mailbox.put({ kind: 'pulse' }));
    socket.connect();
    meterWire(socket, attempt.meter);
    try {
      yield* mailbox;
    } finally {
      attempt.signal.removeEventListener('abort', leave);
      if (!attempt.signal.aborted) socket.disconnect();
    }
  }

  /** The library is fetched with the first attempt: those who read in another way never need it. */
  private async socket({ cursor, conn, eph }: Attempt): Promise<Socket> {
    const { io } = await import('socket.io-client').catch((error: unknown) => {
      throw unreachable('Socket.IO could not be fetched', error);
    });
    const cookie = this.http.jar.header;
    return io(this.http.baseUrl || globalThis.location?.origin, {
      path: PATHS.websocket,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      autoConnect: false,
      auth: (send) => send({ cursor: cursor(), conn, v: 1, ...(eph() !== undefined && { eph: eph() }) }),
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    });
  }
}

function receive(mailbox: Mailbox<Delivery>, decode: Answers['decode'], name: string, data: unknown): void {
  try {
    const delivery = decode(name, data);
    if (delivery) mailbox.put(delivery);
  } catch (error) {
    mailbox.end(error);
  }
}

/** A refused handshake carries the `bye` that a stream would have said. */
function refused(mailbox: Mailbox<Delivery>, Bye: Answers['Bye'], error: Error & { data?: unknown }): void {
  const bye = Bye.safeParse(error.data).data;
  if (bye) mailbox.put({ kind: 'bye', bye });
  mailbox.end(unreachable(error.message, error));
}

function meterWire(socket: Socket, meter: Meter): void {
  meter.add({ requests: 1 });
  const size = ({ data }: { data?: unknown }) => (typeof data === 'string' ? byteLength(data) : 0);
  socket.io.engine.on('packet', (packet) => meter.add({ bytesIn: size(packet) }));
  socket.io.engine.on('packetCreate', (packet) => meter.add({ bytesOut: size(packet) }));
}
