// Installs the packages when they are missing or are not those of package-lock.json.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { run, runNode } from './processes.mjs';
import { mustSucceed } from './steps.mjs';
import { at } from './workspace.mjs';

const wanted = at('package-lock.json');
const present = at('node_modules/.package-lock.json');

/** The remark for the step's line. */
export async function installPackages() {
  if (packagesAreThere()) return 'up to date';
  const exact = await npm('ci');
  if (exact.code === 0) return 'installed';
  console.log('\n  npm ci did not succeed on this machine; trying npm install, which may choose other versions of some packages.');
  const loose = await npm('install', '--no-package-lock');
  mustSucceed(loose, 'The packages could not be installed: see above.');
  return 'installed (npm install)';
}

export function packagesAreThere() {
  if (!existsSync(present)) return false;
  return statSync(present).mtimeMs >= statSync(wanted).mtimeMs || sameVersions(read(wanted), read(present));
}

/** Whether all that the lock file requires on every platform is installed in that very version. */
export function sameVersions(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, { optional, link, peer }]) => path.startsWith('node_modules/') && !optional && !link && !peer)
    .every(([path, { version }]) => installed.packages[path]?.version === version);
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The npm that started us, else the one on the PATH. The tools need the development packages whatever NODE_ENV says. */
function npm(...args) {
  const flags = ['--include=dev', '--no-audit', '--no-fund'];
  const options = { limitSeconds: 1800 };
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? runNode([cli, ...args, ...flags], options) : run('npm', [...args, ...flags], options);
}
