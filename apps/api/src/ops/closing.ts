import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { Connections } from '../delivery/connections.js';
import { Ledger } from '../log/ledger.js';

/** Time for the answers that are on their way, once everything else has ended. */
const LAST_ANSWERS_MS = 250;

/** The order in which the server ends: goodbyes over the drain window, the last commits, the last answers, the sockets. */
@Injectable()
export class Closing implements BeforeApplicationShutdown {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly connections: Connections,
    private readonly ledger: Ledger,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.connections.drain();
    await this.ledger.settled();
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  }
}
