// Runs commands: with a time limit, and never leaving one of their children behind.
import { spawn } from 'node:child_process';
import { whenAbandoned } from './abandoned.mjs';
import { root } from './workspace.mjs';

const windows = process.platform === 'win32';
const running = new Set();
let ending = false;

/**
 * Resolves to `{ code, output, timedOut, signal }`; never rejects, and begins nothing while this process is ending. The command leads a process group of its own, which is
 * asked to end when `limitSeconds` are over, and ended as a whole five seconds later. `show` lets its output through instead of collecting it.
 */
export function run(command, args, { cwd = root, env = {}, limitSeconds = 0, show = false } = {}) {
  if (ending) return new Promise(() => {});
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: !windows,
    shell: windows && command === 'npm',
    stdio: ['ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
  });
  running.add(child);
  const result = { code: 1, output: '', timedOut: false, signal: null };
  child.stdout?.on('data', (chunk) => (result.output += chunk));
  child.stderr?.on('data', (chunk) => (result.output += chunk));
  const timers = limitSeconds ? [setTimeout(() => interrupt(child, result), limitSeconds * 1000)] : [];
  if (limitSeconds) timers.push(setTimeout(() => killGroup(child, 'SIGKILL'), (limitSeconds + 5) * 1000));
  return new Promise((resolve) => {
    const end = (values) => {
      for (const timer of timers) clearTimeout(timer);
      running.delete(child);
      killGroup(child, 'SIGKILL');
      resolve({ ...result, ...values });
    };
    child.on('error', (error) => end({ output: `${result.output}${error.message}\n` }));
    child.on('close', (code, signal) => end({ code: code ?? 1, signal, output: result.output }));
  });
}

function interrupt(child, result) {
  result.timedOut = true;
  killGroup(child, 'SIGINT');
}

/** Runs a script with this Node.js. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends a child and whatever it has started. */
export function killGroup(child, signal) {
  if (!child.pid) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Until it is stopped: passes Ctrl-C, a termination and the end of npm on to what runs, then ends this process in the customary way. */
export function endWithChildren() {
  const end = (signal) => {
    ending = true;
    for (const child of running) killGroup(child, signal);
    setTimeout(() => {
      for (const child of running) killGroup(child, 'SIGKILL');
      process.exit(signal === 'SIGINT' ? 130 : 143);
    }, running.size ? 1000 : 0);
  };
  const watch = whenAbandoned(() => end('SIGTERM'));
  process.on('SIGINT', end).on('SIGTERM', end);
  return {
    stop() {
      watch.stop();
      process.off('SIGINT', end).off('SIGTERM', end);
    },
  };
}
