// The image is built from a list of folders: none may be forgotten.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { at } from './workspace.mjs';

const read = (name) => readFileSync(at(name), 'utf8');
const workspaces = Object.keys(JSON.parse(read('package-lock.json')).packages).filter((path) => /^(apps|libs)\//.test(path));

test.each(workspaces)('the Dockerfile knows the packages of %s', (folder) => {
  expect(read('Dockerfile')).toContain(`COPY ${folder}/package.json ${folder}/`);
});

/** The settings that the api knows, by their names in config.ts. */
const settings = [...read('apps/api/src/config/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);

test.each(settings.filter((name) => name !== 'NODE_ENV'))('.env.example explains %s', (name) => {
  expect(read('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
});

const { packages } = JSON.parse(read('package-lock.json'));

/** The names of what a package needs to run, and of what that needs. */
function needed({ dependencies = {}, optionalDependencies = {} }, known = new Set()) {
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    if (known.has(name)) continue;
    known.add(name);
    const { resolved, link, ...entry } = packages[`node_modules/${name}`] ?? {};
    needed(link ? packages[resolved] : entry, known);
  }
  return known;
}

const removed = /rm -rf (next .+)$/m.exec(read('Dockerfile'))[1].split(' ');

test('the api’s image keeps every package that the api needs', () => {
  // The pages have an image of their own.
  const wanted = [...needed(packages['apps/api'], new Set(['next']))].filter((name) => name !== 'next');
  expect(wanted).toContain('@img/colour');
  expect(wanted.filter((name) => removed.some((gone) => name === gone || name.startsWith(`${gone}/`)))).toEqual([]);
});
