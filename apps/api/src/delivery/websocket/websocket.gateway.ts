import { type Bye, bye, LogReader, PATHS, TIMING, Viewers } from '@fourways/chat-core';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { Config } from '../../config/config.js';
import { TermsService } from '../../log/terms.service.js';
import { PresenceBoard } from '../../presence/presence-board.js';
import type { Session } from '../../session/session.js';
import { SessionService } from '../../session/session.service.js';
import { Connections } from '../connections.js';
import { ReaderHandshake } from '../reader-request.js';
import { Stream, type StreamServices } from '../stream.js';
import { clientAddress } from './client-address.js';
import { CommandAnswers } from './command-answers.js';
import { type ChatSocket, WebsocketPipe } from './websocket-pipe.js';

const LEASE_MS = 2 * TIMING.websocketHeartbeatMs + 15_000;

/** WebSocket is `follow` down a socket, and the way back for commands. Socket.IO is the pipe, nothing more. */
@WebSocketGateway({ path: PATHS.websocket })
export class WebsocketGateway implements OnGatewayInit<Server>, OnGatewayConnection<ChatSocket> {
  private readonly services: StreamServices;

  constructor(
    reader: LogReader,
    viewers: Viewers,
    presence: PresenceBoard,
    private readonly connections: Connections,
    private readonly sessions: SessionService,
    private readonly terms: TermsService,
    private readonly commands: CommandAnswers,
    private readonly config: Config,
  ) {
    this.services = { reader, viewers, presence, connections };
  }

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.introduce(socket).then(
        (refusal) => next(refusal && Object.assign(new Error(refusal.name), { data: refusal })),
        () => next(Object.assign(new Error('shutdown'), { data: bye(4001, 1_000) })),
      );
    });
  }

  handleConnection(socket: ChatSocket): void {
    const { session, handshake } = socket.data as { session: Session; handshake: ReaderHandshake };
    const { cursor, conn, eph } = handshake;
    const pipe = new WebsocketPipe(socket, () => stream.drained());
    const options = { mode: 'websocket' as const, session, conn, address: clientAddress(socket.request, this.config.trustProxy) };
    const stream = new Stream(this.services, { ...options, heartbeatMs: TIMING.websocketHeartbeatMs, leaseMs: LEASE_MS }, pipe);
    socket.once('disconnect', () => {
      stream.close();
      // who leaves the namespace may keep the connection, which nothing would count any more
      socket.conn.close();
    });
    const refused = stream.admit();
    if (refused) return pipe.end(refused);
    socket.on('cmd', (command: unknown, acknowledge: unknown) => {
      if (pipe.overfull) stream.end(bye(4008));
      else pipe.answering(this.commands.answer(session, command, acknowledge));
    });
    pipe.hello({ ...this.terms.now(), hbMs: TIMING.websocketHeartbeatMs, deadMs: TIMING.deadMs, connId: conn, mode: 'websocket' });
    void stream.start(cursor, eph);
  }

  private async introduce(socket: ChatSocket): Promise<Bye | undefined> {
    const session = await this.sessions.find(socket.handshake.headers.cookie);
    if (!session) return bye(4401);
    const handshake = ReaderHandshake.safeParse(socket.handshake.auth);
    if (!handshake.success) return bye(4505);
    socket.data = { session, handshake: handshake.data };
    return this.connections.closedDoor;
  }
}
