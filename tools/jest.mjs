// Runs Jest in ESM mode, with the arguments given.
import { pathToFileURL } from 'node:url';
import { endWithChildren, runNode } from './processes.mjs';
import { clientIsFresh, generateClient } from './prisma-generate.mjs';
import { at } from './workspace.mjs';

const flags = ['--experimental-vm-modules', '--no-warnings', '--expose-gc'];

/** The specs of the api need the generated Prisma client. */
export async function jest(args, options) {
  if (!clientIsFresh()) await generateClient();
  return runNode([...flags, at('node_modules/jest/bin/jest.js'), ...args], { show: true, ...options });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  endWithChildren();
  const { code } = await jest(process.argv.slice(2), { limitSeconds: 1800 });
  process.exit(code);
}
