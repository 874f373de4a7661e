// Lets one tool at a time install and build: copies that are started together wait for the first one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from './workspace.mjs';

const file = at('.nx/tools.lock');

export async function alone(work) {
  while (!taken()) await pause(250);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function taken() {
  mkdirSync(at('.nx'), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!alive(owner())) rmSync(file, { force: true });
    return false;
  }
}

const release = () => owner() === process.pid && rmSync(file, { force: true });

function owner() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
