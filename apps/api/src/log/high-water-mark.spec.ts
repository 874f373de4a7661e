import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HighWaterMark } from './high-water-mark.js';

describe('HighWaterMark', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fourways-mark-'));
    file = join(folder, 'fourways.db-head');
    await new HighWaterMark(file).raise({ epoch: 'epoch001', head: 20 });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['the log as it was left', true, { epoch: 'epoch001', head: 20 }],
    ['a log that went on before the mark could be raised', true, { epoch: 'epoch001', head: 21 }],
    ['a log that has lost its end', false, { epoch: 'epoch001', head: 19 }],
    ['another log, however long', false, { epoch: 'epoch002', head: 30 }],
  ])('[L6] of %s, whether it vouches for it: %s', async (_, covers, log) => {
    expect(await new HighWaterMark(file).covers(log)).toBe(covers);
  });

  it.each(['', '{"epoch":"epoch0', '{"epoch":"epoch001"}', '{"epoch":"epoch001","head":"20"}'])('[L6] vouches for nothing when it reads %j', async (text) => {
    writeFileSync(file, text);
    expect(await new HighWaterMark(file).covers({ epoch: 'epoch001', head: 20 })).toBe(false);
  });

  it('[L6] vouches for nothing when it is not there', async () => {
    rmSync(file);
    expect(await new HighWaterMark(file).covers({ epoch: 'epoch001', head: 20 })).toBe(false);
  });

  it('ends with the last of those that it was raised to, however fast they came', async () => {
    const mark = new HighWaterMark(file);
    await Promise.all([21, 22, 23].map((head) => mark.raise({ epoch: 'epoch001', head })));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ epoch: 'epoch001', head: 23 });
  });
});
