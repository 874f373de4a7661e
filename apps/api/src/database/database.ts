import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Config } from '../config/config.js';
import { PrismaClient } from '../generated/prisma/client.js';
import { migrate } from './migrate.js';

const SETTINGS = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -32000'];

/**
 * Three connections to one SQLite file, since a connection that is inside a transaction shows its statements to everyone
 * who uses it: one for writing (transactions only, one at a time), one for single reads, one for read transactions.
 */
export class Database implements OnApplicationShutdown {
  private constructor(
    readonly writer: PrismaClient,
    readonly reader: PrismaClient,
    readonly snapshots: PrismaClient,
  ) {}

  /** Brings the database up to the schema and connects to it. */
  static async open(config: Config): Promise<Database> {
    const migrations = migrate(config.databaseFile, config.migrationsDir);
    if (migrations.length > 0) new Logger(Database.name).log(`Applied ${migrations.join(', ')}`);
    const url = `file:${config.databaseFile}`;
    return new Database(await connect(url), await connect(url), await connect(url));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writer.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
    for (const client of [this.writer, this.reader, this.snapshots]) await client.$disconnect();
  }
}

async function connect(url: string): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url, timeout: 5_000 }) });
  for (const setting of SETTINGS) await client.$queryRawUnsafe(`PRAGMA ${setting}`);
  return client;
}
