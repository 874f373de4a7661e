import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Config } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'fourways-config-'));

function config(settings: Record<string, string> = {}): Config {
  return new Config({ DATA_DIR: folder, ...settings });
}

describe('config', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a default for everything', () => {
    expect(config()).toMatchObject({ port: 3000, host: '127.0.0.1', hostWeb: true, production: true, trustProxy: false, drainMs: 10_000 });
    expect(config().databaseFile).toBe(join(folder, 'fourways.db'));
  });

  it('takes a blank for not set', () => {
    expect(config({ PORT: '', HOST_WEB: '  ' })).toMatchObject({ port: 3000, hostWeb: true });
  });

  it('names every wrong value', () => {
    const wrong = () => config({ PORT: 'x', DRAIN_MS: '-1', LOG_LEVEL: 'loud', HOST_WEB: 'yes', DATABASE_URL: 'mysql://x' });
    for (const name of ['PORT', 'DRAIN_MS', 'LOG_LEVEL', 'HOST_WEB', 'DATABASE_URL']) expect(wrong).toThrow(name);
  });

  it('[P4] refuses half of a pair of push keys, and what cannot be one', () => {
    const [publicKey, privateKey] = ['B'.repeat(87), 'k'.repeat(43)];
    expect(config({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey }).push.keys).toEqual({ publicKey, privateKey });
    expect(() => config({ PUSH_PUBLIC_KEY: publicKey })).toThrow('PUSH_PRIVATE_KEY');
    expect(() => config({ PUSH_PUBLIC_KEY: 'short', PUSH_PRIVATE_KEY: privateKey })).toThrow('PUSH_PUBLIC_KEY');
  });

  it('takes the database from DATABASE_URL', () => {
    const file = join(folder, 'elsewhere', 'chat.db');
    expect(config({ DATABASE_URL: `file:${file}` }).databaseFile).toBe(file);
    expect(config({ DATABASE_URL: `file://${file}` }).databaseFile).toBe(file);
  });

  it('knows every setting that .env.example names for the server', () => {
    const example = readFileSync(join(config().webDir, '../../.env.example'), 'utf8');
    const source = readFileSync(join(config().webDir, '../api/src/config/config.ts'), 'utf8');
    const named = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    const elsewhere = new Set(['API_URL', 'CHROMIUM_PATH', 'NEXT_TELEMETRY_DISABLED']);
    expect(named.filter((name) => !elsewhere.has(name) && !source.includes(`  ${name}:`))).toEqual([]);
  });
});
