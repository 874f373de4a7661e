import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from './database.js';

@Global()
@Module({
  providers: [{ provide: Database, inject: [Config], useFactory: (config: Config) => Database.open(config) }],
  exports: [Database],
})
export class DatabaseModule {}
