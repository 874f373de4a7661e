import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { fingerprint } from './stamp.mjs';

let folder;
const write = (name, text) => writeFileSync(join(folder, name), text);
const look = (ignored) => fingerprint([folder], (path) => readFileSync(path), ignored);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  mkdirSync(join(folder, 'inner'));
  write('a.ts', 'one');
  write('inner/b.ts', 'two');
});

test('is the same while nothing changes, whatever the age of the files', () => {
  const before = look();
  utimesSync(join(folder, 'a.ts'), 1, 1);
  expect(look()).toBe(before);
});

test.each([
  ['a changed file', () => write('inner/b.ts', 'TWO')],
  ['a new file', () => write('inner/c.ts', '')],
  ['a removed file', () => rmSync(join(folder, 'a.ts'))],
  ['a text that moved from one file to another', () => (write('a.ts', ''), write('inner/b.ts', 'onetwo'))],
])('differs after %s', (_name, change) => {
  const before = look();
  change();
  expect(look()).not.toBe(before);
});

test('does not see what is ignored', () => {
  const before = look(/\.spec\.ts$/);
  write('a.spec.ts', 'test');
  expect(look(/\.spec\.ts$/)).toBe(before);
});

test('fails when something is missing', () => {
  expect(() => fingerprint([join(folder, 'nowhere')], () => '')).toThrow(/ENOENT/);
});
