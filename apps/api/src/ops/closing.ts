import { type Server } from 'node:http';
import { ChatError } from '@fourways/chat-core';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '../config/config.js';
import { Connections } from '../delivery/connections.js';
import { Ledger } from '../log/ledger.js';

/** Time for the answers that are on their way, once everything else has ended. */
const LAST_ANSWERS_MS = 250;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The order in which the server ends: goodbyes over the drain window, in which commands are still taken; then no more
 * of them, the last commits, the last answers, the sockets.
 */
@Injectable()
export class Closing implements OnModuleInit, BeforeApplicationShutdown {
  private refusing = false;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly connections: Connections,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', async ({ method }) => {
      if (this.refusing && !READING.has(method)) throw new ChatError('shutting_down', { retryAfterMs: this.connections.closedDoor!.afterMs! });
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.connections.drain();
    this.refusing = true;
    await this.ledger.settled();
    await new Promise((resolve) => setTimeout(resolve, Math.min(LAST_ANSWERS_MS, this.config.drainMs)));
    await this.ledger.settled();
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  }
}
