import { EphemeralSource } from '@fourways/chat-core';
import { Global, Module } from '@nestjs/common';
import { PresenceBoard } from './presence-board.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

@Global()
@Module({
  controllers: [PresenceController],
  providers: [PresenceBoard, PresenceService, { provide: EphemeralSource, useExisting: PresenceBoard }],
  exports: [EphemeralSource, PresenceBoard, PresenceService],
})
export class PresenceModule {}
