import { Module } from '@nestjs/common';
import { PushController } from './push.controller.js';
import { PushKeys } from './push-keys.js';
import { PushOutcomes } from './push-outcomes.js';
import { PushReader } from './push-reader.js';
import { PushSender } from './push-sender.js';
import { PushServices } from './push-services.js';
import { PushRepository } from './push.repository.js';
import { PushService } from './push.service.js';

@Module({
  controllers: [PushController],
  providers: [PushKeys, PushOutcomes, PushReader, PushRepository, PushSender, PushService, PushServices],
})
export class PushModule {}
