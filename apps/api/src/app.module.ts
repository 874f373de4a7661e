import { type DynamicModule, Module } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AuditModule } from './audit/audit.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { LogModule } from './log/log.module.js';
import { OpsModule } from './ops/ops.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { PushModule } from './push/push.module.js';
import { RoomsModule } from './rooms/rooms.module.js';
import { SearchModule } from './search/search.module.js';
import { SessionModule } from './session/session.module.js';
import { SnapshotModule } from './snapshot/snapshot.module.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        LogModule,
        SessionModule,
        PresenceModule,
        RoomsModule,
        AttachmentsModule,
        SearchModule,
        PushModule,
        SnapshotModule,
        DeliveryModule,
        AuditModule,
        OpsModule,
      ],
    };
  }
}
