import { describe, expect, it } from '@jest/globals';
import { ChatError, type EventDraft, type LogRecord } from '@fourways/chat-core';
import type { LedgerCommand } from './decision.js';
import { Ledger, type LedgerStore } from './ledger.js';
import { WorkingSet } from './working-set.js';

const ACTOR = '01a20569-4337-70d9-a8d5-4c07017fe7f1';
const ROOM = '01a20569-4337-70d9-a8d5-4c07017fe7f2';

/** A store in memory, with the slowness of a disk and the moods of a database. */
class MemoryLedgerStore implements LedgerStore {
  readonly batches: number[] = [];
  head = 0;
  refuse: (commands: readonly LedgerCommand[]) => boolean = () => false;

  async transact(commands: readonly LedgerCommand[], decide: (state: WorkingSet) => void): Promise<void> {
    this.batches.push(commands.length);
    const state = new WorkingSet('memory00', this.head);
    decide(state);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.refuse(commands)) throw new Error('The disk is full');
    this.head = state.head;
  }
}

function draft(): EventDraft {
  const room = { id: ROOM, name: 'r', kind: 'public' as const, createdTs: 1 };
  return { audience: 'all', event: { id: ACTOR, ts: 1, actor: ACTOR, type: 'room.created', roomId: ROOM, data: { room } } };
}

const good: LedgerCommand = { needs: {}, decide: () => ({ events: [draft()] }) };
const refused: LedgerCommand = {
  needs: {},
  decide: () => {
    throw new ChatError('forbidden');
  },
};

function seqs(outcomes: readonly { records: readonly LogRecord[] }[]): number[] {
  return outcomes.flatMap(({ records }) => records.map(({ event }) => event.seq));
}

describe('ledger', () => {
  it('[W2] commands that come while a commit is running share the next transaction', async () => {
    const store = new MemoryLedgerStore();
    const ledger = new Ledger(store);
    const first = ledger.commit(good);
    while (store.batches.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const others = Array.from({ length: 50 }, () => ledger.commit(good));
    expect(seqs(await Promise.all([first, ...others]))).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    expect(store.batches).toEqual([1, 50]);
  });

  it('[W2] commands that come in the same turn of the event loop, one after the other, share a transaction', async () => {
    const store = new MemoryLedgerStore();
    const ledger = new Ledger(store);
    const first = ledger.commit(good);
    await new Promise((resolve) => process.nextTick(resolve));
    await Promise.all([first, ledger.commit(good)]);
    expect(store.batches).toEqual([2]);
  });

  it('[W2] a command that is refused harms none of its neighbours', async () => {
    const ledger = new Ledger(new MemoryLedgerStore());
    const answers = await Promise.allSettled([ledger.commit(good), ledger.commit(refused), ledger.commit(good)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { code: 'forbidden' } });
  });

  it('[W2] when the database refuses a batch, only those suffer that are the cause', async () => {
    const store = new MemoryLedgerStore();
    const cursed: LedgerCommand = { ...good };
    store.refuse = (commands) => commands.includes(cursed);
    const ledger = new Ledger(store);
    const answers = await Promise.allSettled([ledger.commit(good), ledger.commit(cursed), ledger.commit(good)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(store.head).toBe(2);
  });

  it('[W1] answers only after the commit, and after the readers have been told', async () => {
    const store = new MemoryLedgerStore();
    const ledger = new Ledger(store);
    const told: number[] = [];
    ledger.onCommitted((records) => told.push(...records.map(({ event }) => event.seq)));
    let answered = false;
    const commit = ledger.commit(good).then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect([answered, told]).toEqual([false, []]);
    await commit;
    expect([store.head, told]).toEqual([1, [1]]);
  });

  it('goes on after it has been idle, and settles when all is answered', async () => {
    const ledger = new Ledger(new MemoryLedgerStore());
    for (let i = 1; i <= 3; i++) expect(seqs([await ledger.commit(good)])).toEqual([i]);
    const last = ledger.commit(good);
    await ledger.settled();
    expect(seqs([await last])).toEqual([4]);
  });
});
