import { type Ack, ChatError } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Outbox } from './outbox.js';
import type { OutboxEntry } from './outbox-entry.js';
import { cursorAt, ME, posted } from './testing/scripted-transport.js';
import { unreachable } from './unreachable.js';

const ROOMS = ['garden', 'kitchen'];
const entry = (id: string, roomId = 'garden'): OutboxEntry => ({ clientMsgId: id, roomId, body: id, createdTs: 0, state: 'queued' });
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

type Fate = 'ok' | 'lost' | 'answer lost' | 'rate' | 'refused';

/** A server that stores each id once, in the order of arrival; the script decides what becomes of each sending. */
class Server {
  readonly stored: string[] = [];
  readonly sent: string[] = [];
  readonly underWay = new Map<string, number>();
  mostAtOnce = 0;

  constructor(private readonly fates: Fate[] = []) {}

  readonly send = async ({ clientMsgId: id, roomId }: OutboxEntry): Promise<Ack> => {
    this.sent.push(id);
    const fate = this.fates.shift() ?? 'ok';
    this.count(roomId, 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    this.count(roomId, -1);
    if (fate === 'rate') throw new ChatError('rate', { retryAfterMs: 700 });
    if (fate === 'refused' && !this.stored.includes(id)) throw new ChatError('not_a_member');
    if (fate === 'lost') throw unreachable('lost');
    if (!this.stored.includes(id)) this.stored.push(id);
    if (fate === 'answer lost') throw unreachable('answer lost');
    return { event: { ...posted(this.seqOf(id)), clientMsgId: id }, cursor: cursorAt(this.stored.length) };
  };

  seqOf(id: string): number {
    return this.stored.indexOf(id) + 1;
  }

  private count(roomId: string, change: number): void {
    const now = (this.underWay.get(roomId) ?? 0) + change;
    this.underWay.set(roomId, now);
    this.mostAtOnce = Math.max(this.mostAtOnce, now);
  }
}

describe('Outbox', () => {
  let entries: readonly OutboxEntry[] = [];
  let outbox: Outbox;
  const outboxOver = (server: Server, resumed: OutboxEntry[] = []) => {
    entries = resumed;
    const changed = (next: readonly OutboxEntry[]) => (entries = next);
    outbox = new Outbox({ send: server.send, changed, random: () => 0.5 }, resumed);
    return outbox;
  };
  const states = () => entries.map(({ clientMsgId, state }) => `${clientMsgId} ${state}`);
  const arrive = (server: Server) => {
    const events = server.stored.map((id) => ({ clientMsgId: id, actor: ME.id }));
    outbox.applied(events, server.stored.length, ME.id);
  };

  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(async () => {
    outbox.close();
    await pass(20);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('keeps what is typed offline queued, and sends it in order when open', async () => {
    const server = new Server();
    outboxOver(server);
    for (const id of ['a', 'b', 'c']) outbox.add(entry(id));
    await pass(100);
    expect([server.sent, states()]).toEqual([[], ['a queued', 'b queued', 'c queued']]);
    outbox.setOpen(true);
    expect(states()).toEqual(['a sending', 'b queued', 'c queued']);
    await pass(100);
    expect(server.stored).toEqual(['a', 'b', 'c']);
  });

  it('an acknowledgement alone does not take an entry away; its event does, even before the acknowledgement', async () => {
    const server = new Server();
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(10);
    expect(states()).toEqual(['a sending']);
    arrive(server);
    expect(states()).toEqual([]);
    outbox.add(entry('b'));
    outbox.applied([{ clientMsgId: 'b', actor: ME.id }], 2, ME.id);
    expect(states()).toEqual([]);
    await pass(10);
    expect(states()).toEqual([]);
  });

  it('an event of another person with the same id takes nothing away', () => {
    outboxOver(new Server()).add(entry('a'));
    outbox.applied([{ clientMsgId: 'a', actor: 'somebody' }], 1, ME.id);
    expect(states()).toEqual(['a queued']);
  });

  it('an entry whose place in the log has been passed unseen goes with its acknowledgement', async () => {
    const server = new Server();
    outboxOver(server).setOpen(true);
    outbox.applied([], 5, ME.id);
    outbox.add(entry('a'));
    await pass(10);
    expect(states()).toEqual([]);
  });

  it('sends again with the same id what was not confirmed, and waits as long as a limit says', async () => {
    const server = new Server(['answer lost', 'rate', 'ok']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(10);
    expect(states()).toEqual(['a not-confirmed']);
    await pass(250);
    expect(states()).toEqual(['a not-confirmed']);
    await pass(10);
    expect(states()).toEqual(['a queued']);
    await pass(699);
    expect(server.sent).toHaveLength(2);
    await pass(11);
    expect([server.sent, server.stored]).toEqual([['a', 'a', 'a'], ['a']]);
  });

  it('a refusal for good fails with its reason and lets the next go on; it can be tried again or taken back', async () => {
    const server = new Server(['refused', 'ok', 'refused', 'refused']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await pass(20);
    expect(states()).toEqual(['a failed', 'b sending']);
    expect(entries[0]!.error).toMatchObject({ code: 'not_a_member' });
    outbox.retry('a');
    expect(states()[0]).toBe('a sending');
    expect(outbox.cancel('a')).toBeUndefined();
    await pass(10);
    expect(outbox.cancel('a')).toMatchObject({ body: 'a', state: 'failed' });
    expect(states()).toEqual(['b sending']);
  });

  it('resumes the entries of an earlier page; what was under way is not confirmed', async () => {
    const server = new Server();
    outboxOver(server, [{ ...entry('a'), state: 'sending' }, entry('b')]).setOpen(true);
    expect(states()).toEqual(['a not-confirmed', 'b queued']);
    await pass(20);
    expect(server.stored).toEqual(['a', 'b']);
  });

  it('[W5] loses nothing and keeps the order of each room, whatever becomes of the sendings', async () => {
    const fate = fc.constantFrom<Fate>('ok', 'lost', 'answer lost', 'rate');
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ add: fc.constantFrom(...ROOMS) }) },
      fc.record({ pass: fc.nat(3_000) }),
      fc.record({ open: fc.boolean() }),
      fc.record({ arrive: fc.constant(true) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 30 }), fc.array(step, { maxLength: 40 }), async (fates, steps) => {
        const server = new Server(fates);
        outboxOver(server).setOpen(true);
        const typed: OutboxEntry[] = [];
        for (const act of steps) {
          if ('add' in act) {
            typed.push(entry(`${typed.length}`, act.add));
            outbox.add(typed.at(-1)!);
          } else if ('pass' in act) await pass(act.pass);
          else if ('open' in act) outbox.setOpen(act.open);
          else arrive(server);
        }
        outbox.setOpen(true);
        await pass(30 * 21_000);
        arrive(server);
        const ids = (roomId: string) => typed.filter((each) => each.roomId === roomId).map(({ clientMsgId }) => clientMsgId);
        for (const roomId of ROOMS) expect(server.stored.filter((id) => ids(roomId).includes(id))).toEqual(ids(roomId));
        expect(states()).toEqual([]);
        expect(server.mostAtOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
