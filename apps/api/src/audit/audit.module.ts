import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** What should have been delivered, said by the log. */
@Module({
  imports: [DeliveryModule],
  controllers: [AuditController],
  providers: [AuditService],
})
export class AuditModule {}
