import { ChatError, EventLog } from '@fourways/chat-core';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { Connections } from '../delivery/connections.js';

/** For whoever decides whether to restart this process (live) or to send people to it (ready). */
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly log: EventLog,
    private readonly connections: Connections,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, description: 'The process answers' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, description: 'The database answers, and the server is not going down' })
  @ApiResponse({ status: 503, description: 'Send people elsewhere' })
  async ready(): Promise<{ status: 'ok'; head: number }> {
    if (this.connections.draining) throw new ChatError('shutting_down');
    const { head } = await this.log.range().catch((cause: unknown) => {
      throw new ChatError('overloaded', { detail: 'The database does not answer', cause });
    });
    return { status: 'ok', head };
  }
}
