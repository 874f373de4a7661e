import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { AsyncApiController } from './asyncapi.controller.js';
import { Closing } from './closing.js';
import { HealthController } from './health.controller.js';

@Module({ imports: [DeliveryModule], controllers: [AsyncApiController, HealthController], providers: [Closing] })
export class OpsModule {}
