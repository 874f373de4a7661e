import { PATHS, Snapshot } from '@fourways/chat-core';
import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CurrentSession } from '../session/current-session.decorator.js';
import { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.js';
import { SnapshotService } from './snapshot.service.js';

@Controller(PATHS.snapshot)
@UseGuards(SessionGuard)
export class SnapshotController {
  constructor(private readonly snapshots: SnapshotService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, standardSchema: Snapshot, description: 'One instant of the database, and the cursor to go on from' })
  take(@CurrentSession() { user }: Session): Promise<Snapshot> {
    return this.snapshots.take(user);
  }
}
