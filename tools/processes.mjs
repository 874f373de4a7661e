// Runs commands: with a time limit, and never leaving one of their children behind.
import { spawn } from 'node:child_process';
import { root } from './workspace.mjs';

const windows = process.platform === 'win32';
const running = new Set();

/**
 * Resolves to `{ code, output, timedOut, signal }`; never rejects. The command leads a process group of its own, which is
 * ended as a whole when `limitSeconds` are over. `show` lets its output through instead of collecting it.
 */
export function run(command, args, { cwd = root, env = {}, limitSeconds, show = false } = {}) {
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
  const timer = limitSeconds && setTimeout(() => {
    result.timedOut = true;
    killGroup(child, 'SIGKILL');
  }, limitSeconds * 1000);
  return new Promise((resolve) => {
    const end = (values) => {
      clearTimeout(timer);
      running.delete(child);
      killGroup(child, 'SIGKILL');
      resolve({ ...result, ...values });
    };
    child.on('error', (error) => end({ output: `${result.output}${error.message}\n` }));
    child.on('close', (code, signal) => end({ code: code ?? 1, signal, output: result.output }));
  });
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

/** Passes Ctrl-C and a termination on to what runs, then ends this process in the customary way. */
export function endWithChildren() {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
    process.once(signal, () => {
      for (const child of running) killGroup(child, signal);
      setTimeout(() => {
        for (const child of running) killGroup(child, 'SIGKILL');
        process.exit(code);
      }, running.size ? 2000 : 0);
    });
  }
}
