import { bye, ChatError, type VerdictCode } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConnectionWorld } from './testing/connection-world.js';
import { cursorAt } from './testing/scripted-transport.js';

const settle = () => jest.advanceTimersByTimeAsync(0);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

let world: ConnectionWorld;

async function inSync(mode: 'sse' | 'websocket' = 'sse'): Promise<void> {
  world = new ConnectionWorld(mode);
  world.connection.start();
  await settle();
  world.latest.frame(0, 2);
  world.head = 2;
  await settle();
}

describe('Connection', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => {
    world.connection.stop();
    world.pilot.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[B1][ux F1] starts from a snapshot and is in sync only after an up-to-date frame', async () => {
    world = new ConnectionWorld();
    world.connection.start();
    await settle();
    expect(world.latest.from).toBe(cursorAt(0));
    world.latest.frame(0, 1, false);
    await settle();
    expect(world.view.status).toBe('catching-up');
    world.latest.frame(1, 2);
    await settle();
    expect(world.statuses).toEqual(['connecting', 'catching-up', 'in-sync']);
    expect(world.applied).toEqual([1, 2]);
  });

  it('[N1] drops what it knows, and applies only the rest of an overlapping frame', async () => {
    await inSync();
    world.latest.frame(0, 2);
    world.latest.frame(1, 4);
    await settle();
    expect(world.applied).toEqual([1, 2, 3, 4]);
    expect(world.meters.of('sse').view().duplicatesDropped).toBe(3);
  });

  it('[N1] heals a hole by reading from the cursor, and applies nothing of it before', async () => {
    await inSync();
    world.head = 6;
    world.latest.frame(4, 5);
    world.latest.frame(5, 6);
    await settle();
    expect(world.applied).toEqual([1, 2, 3, 4, 5, 6]);
    expect(world.view.status).toBe('in-sync');
    expect(world.reads).toBe(1);
    expect(world.meters.of('sse').view().holes).toBe(1);
  });

  it('[G3] starts again from a snapshot after a gap', async () => {
    await inSync();
    world.head = 9;
    world.latest.mailbox.put({ kind: 'gap', gap: { reason: 'expired', head: cursorAt(9) } });
    await settle();
    expect([world.snapshots, world.latest.from]).toEqual([2, cursorAt(9)]);
    expect(world.view.status).toBe('catching-up');
    world.latest.frame(9, 10);
    await settle();
    expect(world.view.status).toBe('in-sync');
    expect(world.meters.of('sse').view()).toMatchObject({ gaps: 1, reconnects: 0 });
  });

  it('[G3] takes a frame of another epoch for a gap', async () => {
    await inSync();
    world.epoch = 'otherlog';
    world.latest.frame(0, 1, true, 'otherlog');
    await settle();
    expect(world.latest.from).toBe(cursorAt(2, 'otherlog'));
    expect(world.applied).toEqual([1, 2]);
  });

  it('does not run in circles when a fresh snapshot cannot be followed either', async () => {
    await inSync();
    const gap = { kind: 'gap', gap: { reason: 'expired', head: cursorAt(2) } } as const;
    world.latest.mailbox.put(gap);
    await settle();
    world.latest.mailbox.put(gap);
    await settle();
    expect(world.view).toMatchObject({ status: 'connecting', problem: { code: 'unreachable' } });
    expect(world.openings).toHaveLength(2);
    await pass(250);
    expect(world.openings).toHaveLength(3);
    expect(world.snapshots).toBe(3);
  });

  it('[S3][ux F7] waits after a failure, goes on from the applied cursor, and says offline after 5 s', async () => {
    await inSync();
    world.latest.mailbox.end(new Error('cut'));
    await settle();
    expect(world.view).toMatchObject({ status: 'connecting', problem: { code: 'unreachable', message: 'cut' } });
    for (let n = 0; n < 5; n++) {
      await pass(0.5 * 500 * 2 ** n - 1);
      expect(world.openings).toHaveLength(n + 1);
      await pass(1);
      expect(world.latest.from).toBe(cursorAt(2));
      world.latest.mailbox.end(new Error('cut again'));
      await settle();
    }
    expect(world.view.status).toBe('offline');
  });

  it('[S3] counts failures from the start again after an up-to-date frame, not before', async () => {
    await inSync();
    for (const wait of [250, 500]) {
      world.latest.mailbox.end(new Error('cut'));
      await pass(wait);
      world.latest.frame(2, 3, false);
      await settle();
    }
    world.latest.frame(3, 4, true);
    await settle();
    world.latest.mailbox.end(new Error('cut'));
    await settle();
    const opened = world.openings.length;
    await pass(250);
    expect(world.openings).toHaveLength(opened + 1);
  });

  it('[P2] asks a server that is away every 30 s while nobody looks at the page, after three failures', async () => {
    await inSync();
    Object.assign(globalThis, { document: { visibilityState: 'hidden' } });
    try {
      for (const wait of [250, 500, 1_000, 30_000, 30_000]) {
        const before = world.openings.length;
        world.latest.mailbox.end(new Error('away'));
        await pass(wait - 1);
        expect(world.openings).toHaveLength(before);
        await pass(1);
        expect(world.openings).toHaveLength(before + 1);
      }
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('[ux F5] gives an opening 5 s to deliver something, and a stream 40 s of silence', async () => {
    world = new ConnectionWorld();
    world.connection.start();
    await pass(5_000);
    expect(world.view.problem?.message).toBe('Nothing arrived within 5 s');
    await pass(250);
    world.latest.frame(0, 1);
    await pass(39_999);
    expect(world.view.status).toBe('in-sync');
    await pass(1);
    expect(world.view.problem?.message).toBe('The connection fell silent');
  });

  it.each([
    [4001, 1_700, 1_700],
    [4201, undefined, 3_000],
    [4012, undefined, 50],
    [4008, undefined, 250],
    [4109, undefined, 250],
  ])('[V1] comes back after a bye %i with afterMs %p in %i ms', async (code, afterMs, wait) => {
    await inSync();
    world.latest.mailbox.put({ kind: 'bye', bye: bye(code as VerdictCode, afterMs) });
    await pass(wait - 1);
    expect(world.openings).toHaveLength(1);
    await pass(1);
    expect(world.openings).toHaveLength(2);
  });

  it.each([
    [4401, 'signed-out', 'no_session'],
    [4500, 'signed-out', 'no_session'],
    [4503, 'closed', 'forbidden'],
    [4505, 'closed', 'invalid'],
  ])('[V1] does not come back after a bye %i: %s', async (code, status, problem) => {
    await inSync();
    world.latest.mailbox.put({ kind: 'bye', bye: bye(code as VerdictCode) });
    await pass(60_000);
    expect(world.view).toMatchObject({ status, problem: { code: problem }, nextAttemptTs: null });
    expect(world.openings).toHaveLength(1);
  });

  it('[M5] a recycled stream is replaced before it goes, unseen', async () => {
    await inSync();
    const old = world.latest;
    const shown = world.statuses.length;
    old.mailbox.put({ kind: 'bye', bye: bye(4102) });
    await settle();
    expect(world.openings).toHaveLength(2);
    old.frame(2, 3);
    old.mailbox.end(new Error('ended by the server'));
    await settle();
    world.latest.frame(2, 4);
    await settle();
    expect(world.applied).toEqual([1, 2, 3, 4]);
    expect(world.statuses).toHaveLength(shown);
    expect(world.meters.of('sse').view().reconnects).toBe(0);
  });

  it('[S1] the old mode delivers until the new one is up to date; then it closes', async () => {
    await inSync();
    const [old] = world.openings;
    const switched = world.connection.use('websocket');
    await settle();
    expect(world.view).toMatchObject({ switchingTo: 'websocket', status: 'in-sync' });
    old!.frame(2, 3);
    await pass(40);
    world.latest.frame(2, 4, false);
    await settle();
    expect(old!.over).toBe(false);
    world.latest.frame(4, 5);
    await settle();
    expect(await switched).toMatchObject({ outcome: 'switched', from: 'sse', to: 'websocket', overlapMs: 40, duplicatesDropped: 1, holes: 0 });
    expect(old!.over).toBe(true);
    expect(world.view).toMatchObject({ mode: 'websocket', switchingTo: null, status: 'in-sync' });
    expect(world.applied).toEqual([1, 2, 3, 4, 5]);
  });

  it('[S2] stays in the old mode, and says why, if the new one does not come up in 5 s', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    await pass(5_000);
    expect(await switched).toMatchObject({ outcome: 'stayed', to: 'poll', reason: expect.stringContaining('within 5 s') });
    expect(world.latest.over).toBe(true);
    world.openings[0]!.frame(2, 3);
    await settle();
    expect(world.applied).toEqual([1, 2, 3]);
    expect(world.view).toMatchObject({ switchingTo: null, status: 'in-sync' });
  });

  it('[S2] stays at once when the new mode fails at once', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    world.latest.mailbox.end(new ChatError('overloaded'));
    await settle();
    expect(await switched).toMatchObject({ outcome: 'stayed', reason: 'The server has reached its limit' });
  });

  it('[S1] a newer switch overtakes an older one', async () => {
    await inSync();
    const first = world.connection.use('poll');
    const second = world.connection.use('websocket');
    expect(await first).toMatchObject({ outcome: 'overtaken', to: 'poll' });
    expect(world.openings[1]!.over).toBe(true);
    world.latest.frame(2, 2);
    expect(await second).toMatchObject({ outcome: 'switched', to: 'websocket' });
  });

  it('[S1] a switch succeeds though the old mode dies meanwhile', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    world.openings[0]!.mailbox.end(new Error('cut'));
    await settle();
    expect(world.view.status).toBe('connecting');
    world.latest.frame(2, 3);
    expect(await switched).toMatchObject({ outcome: 'switched' });
    await pass(10_000);
    expect(world.view).toMatchObject({ status: 'in-sync', mode: 'poll', problem: null });
    expect(world.openings).toHaveLength(2);
  });

  it('[S1] a gap during a switch re-syncs and the switch goes on', async () => {
    await inSync();
    world.head = 20;
    const switched = world.connection.use('poll');
    world.latest.mailbox.put({ kind: 'gap', gap: { reason: 'too_far', head: cursorAt(20) } });
    await settle();
    expect(world.latest).toMatchObject({ mode: 'poll', from: cursorAt(20) });
    world.latest.frame(20, 21);
    expect(await switched).toMatchObject({ outcome: 'switched' });
  });

  it('[S2] a switch that a gap interrupts ends within 5 s when no snapshot can be had', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    await settle();
    world.refuse = new ChatError('unreachable');
    world.openings[0]!.mailbox.put({ kind: 'gap', gap: { reason: 'lagged', head: cursorAt(2) } });
    await pass(5_000);
    expect(await switched).toMatchObject({ outcome: 'stayed' });
    expect(world.view.switchingTo).toBeNull();
    world.refuse = null;
    await pass(20_000);
    world.latest.frame(2, 3);
    await settle();
    expect(world.view).toMatchObject({ status: 'in-sync', mode: 'sse' });
  });

  it('[S1] a switch that a gap interrupts goes on when the log can be followed again', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    await settle();
    world.refuse = new ChatError('unreachable');
    world.openings[0]!.mailbox.put({ kind: 'gap', gap: { reason: 'lagged', head: cursorAt(2) } });
    await settle();
    world.refuse = null;
    await pass(250);
    expect(world.latest.mode).toBe('sse');
    world.latest.frame(2, 3);
    await settle();
    expect(world.latest).toMatchObject({ mode: 'poll', from: cursorAt(3) });
    world.latest.frame(3, 3);
    expect(await switched).toMatchObject({ outcome: 'switched' });
  });

  it('[U2] a trial that would end while a gap is mended begins anew, and no ended lane takes over', async () => {
    await inSync();
    const climbed = world.connection.use('websocket', 'recovery');
    await settle();
    world.latest.frame(2, 2);
    world.latest.mailbox.put({ kind: 'pulse' });
    await pass(19_000);
    world.snapshotMs = 2_500;
    world.openings[0]!.mailbox.put({ kind: 'gap', gap: { reason: 'lagged', head: cursorAt(2) } });
    await pass(2_500);
    for (const { mode, over } of world.openings.slice(2)) expect([mode, over]).toEqual([mode, false]);
    for (const opening of world.openings.slice(2)) opening.frame(2, 3);
    await settle();
    expect(world.view).toMatchObject({ status: 'in-sync', mode: 'sse' });
    world.latest.mailbox.put({ kind: 'pulse' });
    await pass(20_000);
    expect(await climbed).toMatchObject({ outcome: 'switched' });
    world.latest.frame(3, 4);
    await settle();
    expect(world.applied.at(-1)).toBe(4);
  });

  it('[P1] waking up opens the lane of a switch anew, and ends a trial', async () => {
    await inSync();
    const switched = world.connection.use('poll');
    await settle();
    world.connection.wake();
    expect(world.openings.map(({ mode, over }) => `${mode} ${over}`)).toEqual(['sse false', 'poll true', 'poll false', 'sse false']);
    world.openings[2]!.frame(2, 2);
    expect(await switched).toMatchObject({ outcome: 'switched' });
    await settle();
    const climbed = world.connection.use('websocket', 'recovery');
    world.connection.wake();
    expect(await climbed).toMatchObject({ outcome: 'overtaken' });
    world.latest.frame(2, 2);
    await settle();
    expect(world.view).toMatchObject({ status: 'in-sync', mode: 'poll' });
  });

  it.each([
    ['is told to come later', { kind: 'bye', bye: bye(4201, 3_000) } as const],
    ['meets a server that goes down', { kind: 'bye', bye: bye(4001, 3_000) } as const],
    ['is refused', new ChatError('shutting_down', { retryAfterMs: 3_000 })],
  ])('[P1] [Z1] the old lane delivers on when the one opened on waking up %s', async (_how, answer) => {
    await inSync();
    world.connection.wake();
    await settle();
    if (answer instanceof Error) world.latest.mailbox.end(answer);
    else world.latest.mailbox.put(answer);
    await settle();
    expect(world.openings.map(({ over }) => over)).toEqual([false, true]);
    expect(world.view.status).toBe('catching-up');
    await pass(3_000);
    expect(world.openings).toHaveLength(3);
    world.latest.frame(2, 3);
    await settle();
    expect([world.openings.map(({ over }) => over), world.view.status]).toEqual([[true, true, false], 'in-sync']);
  });

  it('[P1] what the old lane delivers after that shows that it lives', async () => {
    await inSync();
    world.connection.wake();
    await settle();
    world.latest.mailbox.put({ kind: 'bye', bye: bye(4201, 3_000) });
    await settle();
    world.openings[0]!.frame(2, 3);
    await settle();
    expect(world.view.status).toBe('in-sync');
    await pass(10_000);
    expect(world.openings).toHaveLength(2);
  });

  it('opens anew beside the old lane on waking up, and is not in sync meanwhile', async () => {
    await inSync();
    world.connection.wake();
    expect(world.view.status).toBe('catching-up');
    world.latest.frame(2, 3);
    await settle();
    expect(world.openings[0]!.over).toBe(true);
    expect(world.view.status).toBe('in-sync');
  });

  it('[P1] gives an attempt on waking up a rival when nothing is heard of it, since a pooled connection may have died in sleep', async () => {
    await inSync();
    world.connection.wake();
    await pass(699);
    expect(world.openings).toHaveLength(2);
    await pass(1);
    expect(world.openings).toHaveLength(3);
    world.latest.frame(2, 3);
    await pass(5_000);
    expect(world.view.status).toBe('in-sync');
    expect(world.openings.map(({ over }) => over)).toEqual([true, true, false]);
  });

  it('[ux F9] a probe that fails ends a lane that seemed to be alive', async () => {
    await inSync();
    world.refuse = new ChatError('unreachable');
    await world.connection.probe();
    expect(world.openings[0]!.over).toBe(true);
    expect(world.view.status).toBe('connecting');
  });

  it('goes on from its cursor when started again', async () => {
    await inSync();
    world.connection.stop();
    expect(world.view.status).toBe('closed');
    world.connection.start();
    await settle();
    expect([world.snapshots, world.latest.from]).toEqual([1, cursorAt(2)]);
  });
});
