import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { LIMITS, PATHS, TIMING } from '@fourways/chat-core';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { OriginPolicy } from './origin-policy.js';
import { refuseUpgrade, socketDoor } from './socket-door.js';
import { limitSockets } from './socket-limits.js';

const HANDSHAKE_MS = 10_000;

/** Socket.IO as a plain WebSocket pipe: no other transport, no compression, no recovery of its own. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: OriginPolicy,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: LIMITS.requestBytes,
      pingInterval: TIMING.websocketPingMs,
      pingTimeout: TIMING.websocketPongMs,
      connectTimeout: HANDSHAKE_MS,
      cleanupEmptyChildNamespaces: true,
      destroyUpgrade: false,
    } as ServerOptions) as Server;
    server.engine.use(socketDoor(this.origins));
    limitSockets(server.engine);
    this.refuseOtherUpgrades(server, this.httpServer as HttpServer);
    return server;
  }

  private refuseOtherUpgrades(server: Server, http: HttpServer): void {
    // engine.io makes its WebSocket server anew when it begins to listen
    http.on('listening', () => webSocketsOf(server).on('wsClientError', (_error, socket) => refuseUpgrade(socket)));
    http.on('upgrade', ({ url }, socket: IncomingMessage['socket']) => {
      if (!url!.startsWith(`${PATHS.websocket}/`)) refuseUpgrade(socket);
    });
  }
}

interface WebSockets {
  on(event: 'wsClientError', listener: (error: Error, socket: IncomingMessage['socket']) => void): void;
}

/** What engine.io has its handshakes made by. */
function webSocketsOf(server: Server): WebSockets {
  return (server.engine as unknown as { ws: WebSockets }).ws;
}
