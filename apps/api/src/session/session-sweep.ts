import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SESSION_LIFE_S } from './session-life.js';
import { SessionService } from './session.service.js';

const EVERY_MS = 60_000;

/** Ends the sessions whose cookies have expired, and with them their browsers' pushes (PROTOCOL K1). */
@Injectable()
export class SessionSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SessionSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly sessions: SessionService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch((error: unknown) => this.logger.error(error));
    }, EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async sweep(nowTs = Date.now()): Promise<void> {
    await this.sessions.endBefore(nowTs - SESSION_LIFE_S * 1_000);
  }
}
