import { bye, ChatError, type ModeChoice } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Setback } from './mode-health.js';
import { ConnectionWorld } from './testing/connection-world.js';

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const settle = () => pass(0);
const SILENT_MS = 5_000;

let world: ConnectionWorld;

function begin(choice: ModeChoice, known: readonly Setback[] = []): void {
  world = new ConnectionWorld(choice);
  world.reachable = true;
  world.pilot.start(known);
  world.connection.start();
}

/** What another page has found out `agoMs` ago. */
function learned(agoMs: number): readonly Setback[] {
  const at = Date.now() - agoMs;
  return (['websocket', 'sse'] as const).map((mode) => ({ mode, reason: 'silent', at, nextTryTs: at + 60_000 }));
}

/** The newest opening is up to date at once. */
async function comesUp(): Promise<void> {
  await settle();
  world.latest.frame(0, 0);
  await settle();
}

async function opensAgain(): Promise<void> {
  const before = world.openings.length;
  while (world.openings.length === before) await pass(50);
}

async function cut(): Promise<void> {
  world.latest.mailbox.end(new Error('cut'));
  await settle();
}

/** A network on which no WebSocket comes through; the client is in sync by SSE. */
async function fallenToSse(): Promise<void> {
  begin('auto');
  await pass(SILENT_MS);
  await comesUp();
}

const outs = () => world.view.setbacks!.map(({ mode, reason }) => `${mode} ${reason}`);
const modes = () => world.openings.map(({ mode }) => mode);

describe('AutoPilot', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => {
    world.connection.stop();
    world.pilot.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[U1] begins with websocket, and goes on by SSE when nothing came through in 5 s', async () => {
    await fallenToSse();
    expect(modes()).toEqual(['websocket', 'sse']);
    expect(world.view).toMatchObject({ mode: 'sse', status: 'in-sync', lastSwitch: { cause: 'fallback', from: 'websocket', to: 'sse' } });
    expect(outs()).toEqual(['websocket silent']);
  });

  it('[U1] goes down as far as it must: poll needs nothing but plain HTTP', async () => {
    begin('auto');
    for (let n = 0; n < 3; n++) await pass(SILENT_MS);
    await comesUp();
    expect(modes()).toEqual(['websocket', 'sse', 'long-poll', 'poll']);
    expect(world.view.status).toBe('in-sync');
    expect(outs()).toEqual(['websocket silent', 'sse silent', 'long-poll silent']);
  });

  it('[U1][U3] begins where an earlier page had come to, and tries the better modes when it is time', async () => {
    begin('auto', learned(20_000));
    await comesUp();
    expect(modes()).toEqual(['long-poll']);
    expect(world.view).toMatchObject({ mode: 'long-poll', status: 'in-sync' });
    await pass(40_000);
    expect(modes()).toEqual(['long-poll', 'websocket']);
  });

  it('[U3] begins anew when what was learned is old', async () => {
    begin('auto', learned(600_000));
    await comesUp();
    expect(modes()).toEqual(['websocket']);
  });

  it('[U4] begins with a mode chosen by hand, whatever was learned of it', async () => {
    begin('websocket', learned(1_000));
    await comesUp();
    expect(modes()).toEqual(['websocket']);
    expect(world.view.offer).toBeNull();
  });

  it('[U1] blames no mode while the server cannot be reached at all', async () => {
    begin('auto');
    world.reachable = false;
    await pass(60_000);
    expect(new Set(modes())).toEqual(new Set(['websocket']));
    await opensAgain();
    world.reachable = true;
    await comesUp();
    expect(world.view).toMatchObject({ mode: 'websocket', status: 'in-sync' });
  });

  it.each([
    ['refused', false],
    ['broke', true],
  ])('[U1] leaves a mode that %s twice within a minute', async (reason, up) => {
    begin('auto');
    await settle();
    for (let n = 0; n < 2; n++) {
      expect(world.latest.mode).toBe('websocket');
      if (up) await comesUp();
      await cut();
      await pass(n === 0 ? 1_000 : 0);
    }
    expect(world.latest.mode).toBe('sse');
    expect(outs()).toEqual([`websocket ${reason}`]);
  });

  it('[U1] stays when the second break comes later', async () => {
    begin('auto');
    await comesUp();
    for (let n = 0; n < 3; n++) {
      await cut();
      await pass(1_000);
      await comesUp();
      await pass(60_001);
      world.latest.mailbox.put({ kind: 'pulse' });
    }
    expect(new Set(modes())).toEqual(new Set(['websocket']));
  });

  it('[U1] takes neither a draining server nor a signed-out session for a fault of the mode', async () => {
    begin('auto');
    for (let n = 0; n < 4; n++) {
      await comesUp();
      world.latest.mailbox.put({ kind: 'bye', bye: bye(4001, 100) });
      await pass(100);
    }
    for (const code of ['shutting_down', 'overloaded', 'shutting_down'] as const) {
      world.latest.mailbox.end(new ChatError(code));
      await opensAgain();
    }
    expect(new Set(modes())).toEqual(new Set(['websocket']));
  });

  it('[U1] leaves a mode in which the server found this reader too slow three times in 5 minutes', async () => {
    begin('auto');
    for (let n = 0; n < 3; n++) {
      await comesUp();
      world.latest.mailbox.put({ kind: 'bye', bye: bye(4008) });
      await pass(n < 2 ? 1_000 : 0);
    }
    expect(outs()).toEqual(['websocket slow']);
    expect(world.latest.mode).toBe('sse');
  });

  it('[U2] tries the better mode after a minute, beside the present one, and takes it after 20 s of life', async () => {
    await fallenToSse();
    const [, sse] = world.openings;
    await keepAlive(60_000);
    expect(world.latest.mode).toBe('websocket');
    expect(world.view.mode).toBe('sse');
    expect(world.view.switchingTo ?? null).toBeNull();
    world.latest.frame(0, 0);
    await pass(15_000);
    world.latest.mailbox.put({ kind: 'pulse' });
    await pass(4_999);
    expect(world.view.mode).toBe('sse');
    expect(sse!.over).toBe(false);
    await pass(1);
    expect(world.view).toMatchObject({ mode: 'websocket', status: 'in-sync', setbacks: [], lastSwitch: { cause: 'recovery' } });
    expect(sse!.over).toBe(true);
  });

  it('[U2] does not take a mode that came up and then gave no sign of life', async () => {
    await fallenToSse();
    await keepAlive(60_000);
    world.latest.frame(0, 0);
    await keepAlive(30_000);
    expect(world.view.mode).toBe('sse');
    world.latest.mailbox.put({ kind: 'pulse' });
    await settle();
    expect(world.view.mode).toBe('websocket');
  });

  it('[U2] waits twice as long after each failed try, and shows nothing of it', async () => {
    await fallenToSse();
    const lastSwitch = world.view.lastSwitch;
    const tries = () => modes().filter((mode) => mode === 'websocket').length - 1;
    for (const [n, waitMs] of [60_000, 120_000, 240_000].entries()) {
      await keepAlive(waitMs - 10_000);
      expect(tries()).toBe(n);
      await keepAlive(10_000);
      expect(tries()).toBe(n + 1);
      await keepAlive(SILENT_MS);
    }
    expect(world.view).toMatchObject({ mode: 'sse', status: 'in-sync', lastSwitch });
  });

  it('[U2] takes the mode on trial at once when the present one breaks', async () => {
    await fallenToSse();
    await keepAlive(60_000);
    world.latest.frame(0, 0);
    await settle();
    world.openings[1]!.mailbox.end(new Error('cut'));
    await settle();
    expect(world.view).toMatchObject({ mode: 'websocket', status: 'in-sync' });
  });

  it('[U3] forgets everything when the network changes, and tries the best mode at once', async () => {
    await fallenToSse();
    world.pilot.networkChanged();
    await settle();
    expect(world.latest.mode).toBe('websocket');
    expect(world.view.setbacks).toEqual([]);
  });

  it('[U4] never changes a mode that was chosen, but offers one that would work', async () => {
    begin('websocket');
    await pass(SILENT_MS + 20_000);
    expect(new Set(modes())).toEqual(new Set(['websocket']));
    expect(world.view).toMatchObject({ mode: 'websocket', offer: 'sse' });
    await comesUp();
    world.latest.mailbox.put({ kind: 'pulse' });
    await keepAlive(20_000);
    expect(world.view).toMatchObject({ offer: null, setbacks: [] });
  });

  it('[U4] a choice by hand ends auto, and a trial', async () => {
    await fallenToSse();
    await keepAlive(60_000);
    const chosen = world.pilot.choose('poll');
    await comesUp();
    expect(await chosen).toMatchObject({ outcome: 'switched', cause: 'chosen' });
    await keepAlive(600_000);
    expect(world.view).toMatchObject({ mode: 'poll', choice: 'poll' });
  });

  it('[U4] a choice that does not come up changes neither mode nor choice', async () => {
    await fallenToSse();
    const chosen = world.pilot.choose('long-poll');
    await keepAlive(SILENT_MS);
    expect(await chosen).toMatchObject({ outcome: 'stayed' });
    expect(world.view).toMatchObject({ mode: 'sse', choice: 'auto' });
  });

  it('[U1] auto chosen by hand takes the best mode at once', async () => {
    begin('poll');
    await comesUp();
    const chosen = world.pilot.choose('auto');
    await comesUp();
    expect(await chosen).toMatchObject({ outcome: 'switched', to: 'websocket' });
    expect(world.view).toMatchObject({ mode: 'websocket', choice: 'auto' });
  });

  it('[U1] auto chosen by hand counts also where the best mode does not come up: that is one setback, and the present mode goes on', async () => {
    begin('sse');
    await comesUp();
    const chosen = world.pilot.choose('auto');
    await keepAlive(SILENT_MS);
    expect(await chosen).toMatchObject({ outcome: 'stayed' });
    await settle();
    expect(world.view).toMatchObject({ mode: 'sse', choice: 'auto', setbacks: [{ mode: 'websocket', reason: 'silent', nextTryTs: Date.now() + 60_000 }] });
    expect(modes()).toEqual(['sse', 'websocket']);
  });
});

/** Lets time pass while the first SSE lane gets its heartbeats. */
async function keepAlive(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5_000) {
    world.openings.filter(({ mode, over }) => mode === 'sse' && !over).forEach((opening) => opening.frame(0, 0));
    await pass(Math.min(left, 5_000));
  }
}
