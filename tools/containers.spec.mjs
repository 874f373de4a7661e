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
