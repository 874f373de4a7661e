import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
}

const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Brings the database up to the schema, each migration in a transaction of its own. Keeps the same book as
 * `prisma migrate deploy`, whose engine is a download that an offline server cannot make. Returns what it applied.
 */
export function migrate(databaseFile: string, migrationsDir: string): string[] {
  const database = new Sqlite(databaseFile, { timeout: 5_000 });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(BOOK);
    return pending(database, migrationsDir).map((migration) => apply(database, migration));
  } finally {
    database.close();
  }
}

function pending(database: Sqlite.Database, migrationsDir: string): Migration[] {
  const select = 'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL';
  const applied = new Map((database.prepare(select).all() as AppliedMigration[]).map((row) => [row.migration_name, row.checksum]));
  return read(migrationsDir).filter(({ name, checksum }) => {
    const known = applied.get(name);
    if (known !== undefined && known !== checksum) throw new Error(`Migration ${name} was changed after it had been applied`);
    return known === undefined;
  });
}

function read(migrationsDir: string): Migration[] {
  return readdirSync(migrationsDir)
    .filter((name) => existsSync(join(migrationsDir, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function apply(database: Sqlite.Database, { name, sql, checksum }: Migration): string {
  const book = database.prepare(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES (?, ?, ?, current_timestamp, 1)`,
  );
  database.transaction(() => {
    database.exec(sql);
    book.run(randomUUID(), checksum, name);
  })();
  return name;
}
