// What every command of the tools runs with, and the settings of `.env`.
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { at, root } from './workspace.mjs';

/** Nothing is sent anywhere, and nothing stays behind in the background. */
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', CHECKPOINT_DISABLE: '1' };

/** Takes the settings of `.env` into this process's environment; what is set already wins. Tests do not: they are the same everywhere. */
export function readSettings() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'));
}

/** Completes this process's environment, which its children inherit. */
export function prepareEnvironment(defaults = {}) {
  for (const [name, value] of Object.entries({ ...quiet, ...defaults })) process.env[name] ||= value;
}

/** Where the server's files go; made when missing. */
export function makeDataDirectory({ DATA_DIR = 'data', DATABASE_URL = '' } = process.env) {
  const folders = [resolve(root, DATA_DIR || 'data')];
  if (DATABASE_URL.startsWith('file:')) folders.push(dirname(fileOf(DATABASE_URL)));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  return folders[0];
}

const fileOf = (url) => (url.startsWith('file://') ? fileURLToPath(url) : resolve(root, url.slice('file:'.length)));

/** A port that nobody listens on now. */
export async function freePort(host = '127.0.0.1') {
  const { port, server } = await listen(0, host);
  server.close();
  return port;
}

/** The sentence that says why one cannot listen there, or nothing. A server that is just ending is given the time to. */
export async function portProblem(port, host, patienceMs = 3000) {
  const end = Date.now() + patienceMs;
  for (;;) {
    const problem = await problemNow(port, host);
    if (!problem || Date.now() >= end) return problem;
    await pause(100);
  }
}

async function problemNow(port, host) {
  try {
    const { server } = await listen(port, host);
    await new Promise((closed) => server.close(closed));
  } catch (error) {
    if (error.code === 'EADDRINUSE') return `PORT ${port} is taken. Stop what runs there, or choose another one, for instance PORT=${port + 2}.`;
    if (error.code === 'EACCES') return `PORT ${port} may not be used by this user. Choose one above 1023.`;
    return `Cannot listen on HOST ${host}, PORT ${port}: ${error.message}`;
  }
}

function listen(port, host) {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve({ server, port: server.address().port }));
  });
}
