import { LIMITS, TIMING } from '@fourways/chat-core';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { OriginPolicy } from './origin-policy.js';

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
    return super.createIOServer(port, {
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
      allowRequest: (request, decide) => decide(null, this.origins.allows(request)),
    } as ServerOptions) as Server;
  }
}
