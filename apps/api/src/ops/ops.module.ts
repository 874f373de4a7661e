import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { Closing } from './closing.js';
import { HealthController } from './health.controller.js';

@Module({ imports: [DeliveryModule], controllers: [HealthController], providers: [Closing] })
export class OpsModule {}
