// Remembers what the last build was made of and what it made, so that a start with nothing changed need not ask Nx.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './workspace.mjs';

const file = at('.nx/build-stamp.json');
const sources = ['apps/api', 'apps/web', 'libs', 'prisma', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const results = ['apps/api/dist', 'apps/web/.next/BUILD_ID', 'libs/chat-client/dist', 'libs/chat-core/dist'];
const notSource = /^(node_modules|dist|\.next|generated|e2e|test|test-results|playwright-report|coverage|next-env\.d\.ts)$|\.spec\.tsx?$|\.tsbuildinfo$/;

/** Whether what is built is what the sources, as they are now, would give. */
export function buildIsFresh() {
  try {
    const { made, from } = JSON.parse(readFileSync(file, 'utf8'));
    return made === fingerprint(results.map((path) => at(path)), age) && from === ofSources();
  } catch {
    return false;
  }
}

/** `from` are the sources as they were before the build: what changed meanwhile will be built next time. */
export function rememberBuild(from) {
  const stamp = { made: fingerprint(results.map((path) => at(path)), age), from };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
}

export const forgetBuild = () => rmSync(file, { force: true });

export const ofSources = () => fingerprint(sources.map((path) => at(path)), content, notSource);

const content = (path) => readFileSync(path);
const age = (path) => {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
};

/** A hash over the names of all files in `paths` and what `look` sees in them. Throws when one of the paths is missing. */
export function fingerprint(paths, look, ignored = /^$/) {
  const hash = createHash('sha256');
  for (const path of paths) for (const each of filesIn(path, ignored)) hash.update(`${each}\0`).update(look(each)).update('\0');
  return hash.digest('hex');
}

function filesIn(path, ignored) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !ignored.test(name)).sort();
  return names.flatMap((name) => filesIn(join(path, name), ignored));
}
