// npm run dev: everything is built anew as it is changed. The web app is on PORT and passes /api on to the api, on PORT + 1.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { whenAbandoned } from './abandoned.mjs';
import { makeDataDirectory, portProblem, prepareEnvironment, readSettings } from './environment.mjs';
import { installPackages } from './install.mjs';
import { killGroup, runNode } from './processes.mjs';
import { generateClient } from './prisma-generate.mjs';
import { forgetBuild } from './stamp.mjs';
import { StepFailure, giveUp, mustSucceed, step } from './steps.mjs';
import { at } from './workspace.mjs';

readSettings();
prepareEnvironment({ HOST: '127.0.0.1', PORT: '3000', LOG_LEVEL: 'info' });
const { HOST } = process.env;
const webPort = Number(process.env.PORT);
const apiPort = webPort + 1;
const tsc = at('node_modules/typescript/bin/tsc');
const projects = [at('libs/chat-client'), at('apps/api')];
const origins = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${webPort}`);

const programs = {
  types: [[tsc, '-b', '-w', '--preserveWatchOutput', ...projects]],
  api: [
    ['--watch', '--watch-preserve-output', '--enable-source-maps', at('apps/api/dist/main.js')],
    { PORT: String(apiPort), HOST_WEB: 'off', DRAIN_MS: '0', RESTART_MS: '0', ALLOWED_ORIGINS: origins.join(',') },
  ],
  web: [
    [at('node_modules/next/dist/bin/next'), 'dev', '--port', String(webPort), '--hostname', HOST],
    { API_URL: `http://127.0.0.1:${apiPort}` },
    at('apps/web'),
  ],
};

async function prepare() {
  const problem = (await portProblem(webPort, HOST)) ?? (await portProblem(apiPort, HOST));
  if (problem) throw new StepFailure(problem);
  await step('Packages', installPackages);
  await step('Prisma', async () => {
    mustSucceed(await generateClient(), 'The Prisma client could not be generated: see above.');
    return 'generated';
  });
  await step('Types', async () => {
    const { code, output } = await runNode([tsc, '-b', ...projects]);
    if (code !== 0) console.log(`\n${output}`);
    return code === 0 ? 'compiled' : 'with errors; watching';
  });
  forgetBuild();
  makeDataDirectory();
}

/** Each program leads its own group; when one ends, or on Ctrl-C, all end. */
function watch() {
  const children = Object.values(programs).map(([args, env = {}, cwd = at('.')]) =>
    spawn(process.execPath, args, { cwd, env: { ...process.env, NODE_ENV: 'development', ...env }, detached: true, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const end = (code) => {
    for (const child of children) killGroup(child, 'SIGTERM');
    setTimeout(() => {
      for (const child of children) killGroup(child, 'SIGKILL');
      process.exit(code);
    }, 1500);
  };
  for (const child of children) child.once('exit', (code) => end(code ?? 1));
  process.once('SIGINT', () => end(0)).once('SIGTERM', () => end(0));
  whenAbandoned(() => end(0));
}

await prepare().catch(giveUp);
watch();
