// Generates the Prisma client. Generating never runs Prisma's schema engine, yet Prisma downloads it first: any executable in
// its place makes the step work offline as well.
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runNode } from './processes.mjs';
import { at } from './workspace.mjs';

const schema = at('prisma/schema.prisma');
const generated = at('apps/api/src/generated/prisma');

export const generateClient = (options) =>
  runNode([at('node_modules/prisma/build/index.js'), 'generate'], {
    limitSeconds: 120,
    ...options,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', ...options?.env },
  });

/** Whether there is a client that is not older than the schema. */
export const clientIsFresh = () => ageOf(`${generated}/client.ts`) >= ageOf(schema);

const ageOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code } = await generateClient({ show: true });
  process.exit(code);
}
