import { describe, expect, it } from '@jest/globals';
import type { AuditSum, Cursor, Gap } from '@fourways/chat-core';
import { Auditor } from './auditor.js';
import { Replica } from './replica.js';
import { snapshotAt } from './testing/connection-world.js';
import { cursorAt, frameOf } from './testing/scripted-transport.js';

/** A replica that began at 2 and has taken these frames. */
function replica(...frames: [prev: number, next: number][]): Replica {
  const taken = new Replica(() => {});
  taken.reset(snapshotAt(2));
  for (const [prev, next] of frames) taken.take(frameOf(prev, next));
  return taken;
}

const digestOf = (each: Replica) => each.statement?.digest;

function audit(mine: Replica, answer: AuditSum | Gap) {
  const asked: Cursor[] = [];
  const api = { audit: async (from: Cursor, to: Cursor) => (asked.push(from, to), answer) };
  return { asked, report: new Auditor(api, mine).audit() };
}

describe('what the replica states', () => {
  it('[Q1] is nothing before a snapshot, and after it was forgotten', () => {
    const one = new Replica(() => {});
    expect(one.statement).toBeNull();
    one.reset(snapshotAt(2));
    one.clear();
    expect(one.statement).toBeNull();
  });

  it('[Q1] is the count and digest of what was applied, between the snapshot and the cursor', () => {
    expect(replica([2, 4], [4, 5]).statement).toEqual({ from: cursorAt(2), to: cursorAt(5), count: 3, digest: digestOf(replica([2, 5])) });
  });

  it('[Q1] [N1] leaves out repeats and what may not be applied', () => {
    expect(replica([2, 4], [2, 4], [3, 5], [7, 9]).statement).toEqual(replica([2, 5]).statement);
  });

  it('[Q1] begins again with a snapshot', () => {
    const one = replica([2, 4]);
    one.reset(snapshotAt(9));
    expect(one.statement).toMatchObject({ from: cursorAt(9), to: cursorAt(9), count: 0, digest: digestOf(replica()) });
  });
});

describe('the auditor', () => {
  const mine = replica([2, 5]);
  const { from, to, ...sum } = mine.statement!;

  it('[Q1] asks for the stretch that was applied, and finds the sums to match', async () => {
    const { asked, report } = audit(mine, sum);
    expect(await report).toEqual({ outcome: 'match', mine: sum, servers: sum });
    expect(asked).toEqual([from, to]);
  });

  it.each([
    ['count', { ...sum, count: 4 }],
    ['digest', { ...sum, digest: '0'.repeat(16) }],
  ])('[Q1] says that they differ when the %s does', async (...[, servers]) => {
    expect(await audit(mine, servers).report).toEqual({ outcome: 'differs', mine: sum, servers });
  });

  it('[Q1] says when the server cannot tell any more', async () => {
    expect(await audit(mine, { reason: 'expired', head: to }).report).toEqual({ outcome: 'gap', mine: sum, reason: 'expired' });
  });

  it('[Q1] cannot check nothing', async () => {
    await expect(audit(new Replica(() => {}), sum).report).rejects.toMatchObject({ code: 'unreachable' });
  });
});
