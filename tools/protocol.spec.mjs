import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(`${root}/${path}`, 'utf8');

const protocol = read('PROTOCOL.md');
const rules = [...protocol.matchAll(/\*\*([A-Z]\d+)\*\*/g)].map(([, id]) => id);
const acceptance = [...protocol.matchAll(/\| (A\d+) (?=\|)/g)].map(([, id]) => id);

const specs = ['apps', 'libs', 'tools'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true })
    .filter((path) => !path.includes('node_modules') && !path.includes('/dist/') && /(\.spec|\/test\/.*|\.contract)\.(ts|tsx|mjs)$/.test(path))
    .map((path) => `${folder}/${path}`),
);

/** What stands in brackets at the beginning of a test's title; `[ux A4]` and the specs of the screens speak of another list. */
const idsIn = (paths) =>
  new Set(paths.flatMap((path) => [...read(path).matchAll(/['"`]((?:\[(?!ux )[^\]]+\] ?)+)/g)].flatMap(([, ids]) => [...ids.matchAll(/\b[A-Z]\d+\b/g)].map(([id]) => id))));

const isScreen = (path) => /^apps\/web\/(?!e2e)/.test(path);
const cited = idsIn(specs.filter((path) => !isScreen(path)));
const citedBesideScreens = idsIn(specs.filter((path) => !path.startsWith('apps/web/')));

describe('PROTOCOL.md', () => {
  it('numbers each rule once', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(acceptance).toHaveLength(21);
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  });

  it('has a test for every rule, and one for every acceptance test', () => {
    expect([...new Set([...rules, ...acceptance])].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('is what the tests speak of', () => {
    expect([...citedBesideScreens].filter((id) => !rules.includes(id) && !acceptance.includes(id))).toEqual([]);
  });
});
