import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { Config } from '../config/config.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';

describe('migrate', () => {
  let folder: string;
  let file: string;
  let migrations: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fourways-migrate-'));
    file = join(folder, 'fourways.db');
    migrations = join(folder, 'migrations');
    cpSync(new Config({ DATA_DIR: folder }).migrationsDir, migrations, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('applies every migration to a new database, and none again', () => {
    const names = readdirSync(migrations).filter((name) => /^\d{14}_/.test(name));
    expect(migrate(file, migrations)).toEqual(names.sort());
    expect(migrate(file, migrations)).toEqual([]);
  });

  it('refuses to go on when an applied migration has been changed', () => {
    const [name] = migrate(file, migrations);
    writeFileSync(join(migrations, name!, 'migration.sql'), '-- changed');
    expect(() => migrate(file, migrations)).toThrow(`Migration ${name} was changed`);
  });

  it('leaves nothing of a migration that fails', () => {
    migrate(file, migrations);
    cpSync(join(migrations, readdirSync(migrations).find((name) => /^\d/.test(name))!), join(migrations, '20990101000000_bad'), { recursive: true });
    writeFileSync(join(migrations, '20990101000000_bad', 'migration.sql'), 'CREATE TABLE "Half" ("id" TEXT); CREATE TABLE nonsense nonsense;');
    expect(() => migrate(file, migrations)).toThrow();
    const database = new Sqlite(file);
    expect(database.prepare(`SELECT name FROM sqlite_master WHERE name = 'Half'`).all()).toEqual([]);
    database.close();
  });

  it('gives the database the columns that the models have, in WAL with full sync and foreign keys', async () => {
    const database = await Database.open(new Config({ DATA_DIR: folder }));
    const { log, event, user, session, room, membership, message } = database.reader;
    expect(await user.findMany()).toMatchObject([{ name: 'Fourways', folded: '' }]);
    for (const model of [log, event, session, room, membership, message]) {
      expect(await (model as unknown as { findFirst(): Promise<unknown> }).findFirst()).toBeNull();
    }
    for (const [pragma, value] of [['journal_mode', 'wal'], ['synchronous', 2], ['foreign_keys', 1]] as const) {
      const [row] = await database.writer.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
      expect(String(Object.values(row!)[0])).toBe(String(value));
    }
    await database.onApplicationShutdown();
  });
});
