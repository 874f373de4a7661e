import { Module } from '@nestjs/common';
import { SnapshotController } from './snapshot.controller.js';
import { SnapshotRepository } from './snapshot.repository.js';
import { SnapshotService } from './snapshot.service.js';

@Module({
  controllers: [SnapshotController],
  providers: [SnapshotRepository, SnapshotService],
})
export class SnapshotModule {}
