// npm start: installs and builds what is missing, then serves everything on one port.
// PORT, HOST, DATA_DIR and DATABASE_URL move it, so that several copies run side by side; .env.example has all settings.
import './node-version.mjs';
import { pathToFileURL } from 'node:url';
import { whenAbandoned } from './abandoned.mjs';
import { build } from './build.mjs';
import { freePort, makeDataDirectory, portProblem, prepareEnvironment, readSettings } from './environment.mjs';
import { installPackages } from './install.mjs';
import { alone } from './lock.mjs';
import { endWithChildren } from './processes.mjs';
import { whenReady } from './ready.mjs';
import { StepFailure, giveUp, seconds, step } from './steps.mjs';
import { at } from './workspace.mjs';

const since = performance.now();
readSettings();
prepareEnvironment({ HOST: '127.0.0.1', PORT: '3000' });

const { HOST } = process.env;
if (process.env.PORT === '0') process.env.PORT = String(await freePort(HOST));
const port = Number(process.env.PORT);

async function prepare() {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new StepFailure(`PORT must be a number up to 65535, not ${process.env.PORT}.`);
  const problem = await portProblem(port, HOST);
  if (problem) throw new StepFailure(problem);
  const endOfChildren = endWithChildren();
  await step('Packages', () => alone(installPackages));
  await step('Build', build);
  endOfChildren.stop();
}

/** The server runs in this very process: signals reach it, and its end is ours. It applies the migrations before it listens. */
async function serve() {
  process.env.NODE_ENV = 'production';
  makeDataDirectory();
  await import(pathToFileURL(at('apps/api/dist/main.js')).href);
  const watch = whenAbandoned(() => process.kill(process.pid, 'SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, watch.stop);
  await whenReady(`http://${HOST.includes(':') ? `[${HOST}]` : HOST.replace('0.0.0.0', '127.0.0.1')}:${port}`, 60);
}

async function server() {
  try {
    await serve();
    return 'ready';
  } catch (error) {
    throw new StepFailure('The server did not start: see above.', error.stack);
  }
}

console.log('Fourways');
await prepare().catch(giveUp);
await step('Server', server, { still: true }).catch(giveUp);
console.log(`\n  http://${/^(0\.0\.0\.0|127\.0\.0\.1|::1?)$/.test(HOST) ? 'localhost' : HOST}:${port}   (after ${seconds(since)}; Ctrl-C ends it)\n`);
