import { type Ack, ChatError } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Outbox } from './outbox.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import { MemoryShelf } from './outbox-memory-shelf.js';
import { cursorAt, ME, posted } from './testing/scripted-transport.js';
import { unreachable } from './unreachable.js';

const ROOMS = ['garden', 'kitchen'];
const entry = (id: string, roomId = 'garden'): OutboxEntry => ({ clientMsgId: id, roomId, body: id, createdTs: 0, state: 'queued' });
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

const ATTACHMENT = { attachmentId: 'plan', name: 'plan', mediaType: 'text/plain', sizeBytes: 4 };
const PLAN: OutboxFile = { uploadId: 'plan', name: 'plan', mediaType: 'text/plain', sizeBytes: 4 };
const withPlan = (id: string): OutboxEntry => ({ ...entry(id), files: [PLAN] });

type Fate = 'ok' | 'lost' | 'answer lost' | 'rate' | 'draining' | 'refused' | 'gone';

/** A server that stores each id once, in the order of arrival; the script decides what becomes of each sending. */
class Server {
  readonly stored: string[] = [];
  readonly sent: string[] = [];
  private underWay = new Map<string, number>();
  mostAtOnce = 0;

  constructor(private readonly fates: Fate[] = []) {}

  readonly send = async ({ clientMsgId: id, roomId }: OutboxEntry): Promise<Ack> => {
    this.sent.push(id);
    const fate = this.fates.shift() ?? 'ok';
    const { underWay } = this;
    this.count(underWay, roomId, 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    this.count(underWay, roomId, -1);
    if (fate === 'rate') throw new ChatError('rate', { retryAfterMs: 700 });
    if (fate === 'draining') throw new ChatError('shutting_down', { retryAfterMs: 900 });
    if (fate === 'refused' && !this.stored.includes(id)) throw new ChatError('not_a_member');
    if (fate === 'gone') throw new ChatError('attachment_not_found');
    if (fate === 'lost') throw unreachable('lost');
    if (!this.stored.includes(id)) this.stored.push(id);
    if (fate === 'answer lost') throw unreachable('answer lost');
    return { event: { ...posted(this.seqOf(id)), clientMsgId: id }, cursor: cursorAt(this.stored.length) };
  };

  seqOf(id: string): number {
    return this.stored.indexOf(id) + 1;
  }

  /** What a page that is gone had under way is not counted with the next one's. */
  nextPage(): void {
    this.underWay = new Map();
  }

  private count(underWay: Map<string, number>, roomId: string, change: number): void {
    const now = (underWay.get(roomId) ?? 0) + change;
    underWay.set(roomId, now);
    this.mostAtOnce = Math.max(this.mostAtOnce, now);
  }
}

/** A shelf that other pages also use, as slow as the test wants it. */
class TestShelf extends MemoryShelf {
  found: (entries: readonly OutboxEntry[]) => void = () => {};
  latencyMs = 0;
  private readonly copies = new Map<string, OutboxEntry>();

  constructor(left: OutboxEntry[]) {
    super();
    for (const each of left) this.add(each);
  }

  override open(found: (entries: readonly OutboxEntry[]) => void): void {
    this.found = found;
    super.open(found);
  }

  override add(added: OutboxEntry): void {
    super.add(added);
    this.copies.set(added.clientMsgId, added);
  }

  override async update(changed: OutboxEntry): Promise<boolean> {
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    return super.update(changed);
  }

  override remove(ids: readonly string[]): void {
    super.remove(ids);
    for (const id of ids) this.copies.delete(id);
  }

  override clear(): void {
    super.clear();
    this.copies.clear();
  }

  get states(): string[] {
    return [...this.copies.values()].map(({ clientMsgId, state }) => `${clientMsgId} ${state}`);
  }
}

describe('Outbox', () => {
  let entries: readonly OutboxEntry[] = [];
  let outbox: Outbox;
  let shelf: TestShelf;
  let upload: (entry: OutboxEntry) => Promise<readonly OutboxFile[]>;
  const page = (server: Server) => {
    entries = [];
    const changed = (next: readonly OutboxEntry[]) => (entries = next);
    outbox = new Outbox({ send: server.send, upload: (each) => upload(each), changed, random: () => 0.5, shelf });
    outbox.start();
    return outbox;
  };
  const outboxOver = (server: Server, left: OutboxEntry[] = []) => {
    shelf = new TestShelf(left);
    return page(server);
  };
  /** The page goes, with whatever is under way, and comes again. */
  const reload = (server: Server) => {
    outbox.close();
    server.nextPage();
    page(server).setOpen(true);
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
    expect(states()).toEqual(['a sent']);
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

  it('[W3] sends again with the same id what was not answered', async () => {
    const server = new Server(['answer lost', 'lost', 'ok']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(2_000);
    expect([server.sent, server.stored, states()]).toEqual([['a', 'a', 'a'], ['a'], ['a sent']]);
  });

  it('[ux A3] says that it is not confirmed after 10 s without an answer, also while closed, and not sooner', async () => {
    const server = new Server(['lost']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(50);
    outbox.setOpen(false);
    await pass(9_900);
    expect(states()).toEqual(['a sending']);
    await pass(100);
    expect(states()).toEqual(['a not-confirmed']);
    outbox.setOpen(true);
    await pass(20);
    expect([server.sent, states()]).toEqual([['a', 'a'], ['a sent']]);
  });

  it.each([
    ['rate', 700],
    ['draining', 900],
  ] as const)('waits, queued, as long as the server says: %s', async (fate, waitMs) => {
    const server = new Server([fate]);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await pass(10);
    expect([states(), shelf.states]).toEqual([['a queued', 'b queued'], ['a queued', 'b queued']]);
    await pass(waitMs - 1);
    expect(server.sent).toEqual(['a']);
    await pass(30);
    expect(server.stored).toEqual(['a', 'b']);
  });

  it('what may be stored cannot be taken back, also when the next answer is to wait', async () => {
    const server = new Server(['answer lost', 'rate']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(300);
    expect([server.sent, states(), outbox.cancel('a')]).toEqual([['a', 'a'], ['a sending'], undefined]);
    await pass(800);
    expect([server.stored, states()]).toEqual([['a'], ['a sent']]);
  });

  it('[ux A5] a refusal for good fails with its reason and lets the next go on; it can be tried again or taken back', async () => {
    const server = new Server(['refused', 'ok', 'refused', 'refused']);
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await pass(20);
    expect(states()).toEqual(['a failed', 'b sent']);
    expect(entries[0]!.error).toMatchObject({ code: 'not_a_member' });
    expect(shelf.states).toEqual(['a failed']);
    outbox.retry('a');
    expect(states()[0]).toBe('a sending');
    expect(outbox.cancel('a')).toBeUndefined();
    await pass(10);
    expect(outbox.cancel('a')).toMatchObject({ body: 'a', state: 'failed' });
    expect([states(), shelf.states]).toEqual([['b sent'], []]);
  });

  it('[ux A7] a queued entry can be taken back, and is never sent', async () => {
    const server = new Server();
    outboxOver(server).add(entry('a'));
    outbox.add(entry('b'));
    expect(outbox.cancel('a')).toMatchObject({ body: 'a' });
    outbox.setOpen(true);
    await pass(20);
    expect([server.sent, shelf.states]).toEqual([['b'], []]);
  });

  it('[W5] an entry is on the shelf before it is sent, and until it is stored', async () => {
    const server = new Server();
    outboxOver(server).setOpen(true);
    shelf.latencyMs = 40;
    outbox.add(entry('a'));
    expect(shelf.states).toEqual(['a queued']);
    await pass(39);
    expect([server.sent, shelf.states]).toEqual([[], ['a queued']]);
    await pass(1);
    expect([server.sent, shelf.states]).toEqual([['a'], ['a sending']]);
    await pass(10);
    expect([states(), shelf.states]).toEqual([['a sent'], []]);
  });

  it('takes up what an earlier page left; what was under way is not confirmed', async () => {
    const server = new Server();
    const failed = { ...entry('c'), state: 'failed', error: new ChatError('not_a_member') } as const;
    outboxOver(server, [{ ...entry('a'), state: 'sending' }, entry('b'), failed]);
    expect(states()).toEqual(['a not-confirmed', 'b queued', 'c failed']);
    expect(outbox.cancel('a')).toBeUndefined();
    outbox.setOpen(true);
    await pass(20);
    expect(server.stored).toEqual(['a', 'b']);
  });

  it('[W5] takes up what a page that goes away leaves, between its own by their time', async () => {
    const server = new Server();
    outboxOver(server).add({ ...entry('mine 1'), createdTs: 10 });
    outbox.add({ ...entry('mine 2'), createdTs: 5 });
    outbox.add({ ...entry('mine 3'), createdTs: 30 });
    const left = [5, 20, 40].map((createdTs) => ({ ...entry(`left ${createdTs}`), createdTs }));
    for (const each of left) shelf.add(each);
    shelf.found(left);
    shelf.found(left);
    outbox.setOpen(true);
    await pass(100);
    expect(server.stored).toEqual(['left 5', 'mine 1', 'mine 2', 'left 20', 'mine 3', 'left 40']);
  });

  it('[W5] does not send what another page has taken, or what was cleared there', async () => {
    const server = new Server();
    outboxOver(server).add(entry('a'));
    outbox.add(entry('b'));
    shelf.remove(['a']);
    outbox.setOpen(true);
    await pass(20);
    expect([server.sent, states()]).toEqual([['b'], ['b sent']]);
  });

  it('forgets a person: nothing of hers is shown, kept or sent', async () => {
    const server = new Server();
    outboxOver(server).add(entry('a'));
    outbox.clear();
    outbox.setOpen(true);
    await pass(20);
    expect([states(), shelf.states, server.sent]).toEqual([[], [], []]);
  });

  it('another log makes it send again what the old one had stored and not delivered', async () => {
    const server = new Server();
    outboxOver(server).setOpen(true);
    outbox.add(entry('a'));
    await pass(10);
    outbox.forgetAcks();
    expect(shelf.states).toEqual(['a sending']);
    await pass(10);
    expect([server.sent, states()]).toEqual([['a', 'a'], ['a sent']]);
  });

  describe('with files', () => {
    beforeEach(() => {
      upload = async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return [{ ...PLAN, attachment: ATTACHMENT }];
      };
    });

    it('[O7] [W5] an entry is sent when its files are in the room, is queued until then, and keeps its place', async () => {
      const server = new Server();
      outboxOver(server).setOpen(true);
      outbox.add(withPlan('a'));
      outbox.add(entry('b'));
      await pass(40);
      expect([server.sent, states(), shelf.states]).toEqual([[], ['a queued', 'b queued'], ['a queued', 'b queued']]);
      await pass(15);
      expect(states()).toEqual(['a sending', 'b queued']);
      expect(entries[0]!.files![0]!.attachment).toEqual(ATTACHMENT);
      await pass(50);
      expect(server.stored).toEqual(['a', 'b']);
    });

    it('[ux K1] can be taken back during the upload, and makes way', async () => {
      const server = new Server();
      outboxOver(server).setOpen(true);
      outbox.add(withPlan('a'));
      outbox.add(entry('b'));
      await pass(20);
      expect(outbox.cancel('a')).toMatchObject({ files: [PLAN] });
      await pass(100);
      expect(server.stored).toEqual(['b']);
    });

    it('[ux A5] a refused file fails its message with the reason, and lets the next go on', async () => {
      upload = () => Promise.reject(new ChatError('payload_too_large'));
      const server = new Server();
      outboxOver(server).setOpen(true);
      outbox.add(withPlan('a'));
      outbox.add(entry('b'));
      await pass(50);
      expect([server.stored, states()]).toEqual([['b'], ['a failed', 'b sent']]);
      expect(entries[0]!.error!.code).toBe('payload_too_large');
    });

    it('[O7] files that the room has no more are uploaded anew, once for each time it is sent', async () => {
      const kept = { ...PLAN, content: new Blob(['plan']) };
      let uploaded = 0;
      upload = () => Promise.resolve([{ ...kept, attachment: { ...ATTACHMENT, attachmentId: `plan ${++uploaded}` } }]);
      const server = new Server(['gone', 'gone', 'gone']);
      outboxOver(server).setOpen(true);
      outbox.add({ ...entry('a'), files: [kept] });
      await pass(100);
      expect([uploaded, states(), entries[0]!.error!.code]).toEqual([2, ['a failed'], 'attachment_not_found']);
      outbox.retry('a');
      await pass(100);
      expect([uploaded, server.stored]).toEqual([3, ['a']]);
    });

    it('[ux K2] [W5] what was lost during the upload is still queued, also for the next page, and never doubtful', async () => {
      upload = () => Promise.reject(unreachable('lost'));
      const server = new Server();
      outboxOver(server).setOpen(true);
      outbox.add(withPlan('a'));
      await pass(50);
      expect(states()).toEqual(['a queued']);
      reload(server);
      await pass(10);
      expect(states()).toEqual(['a queued']);
      upload = () => Promise.resolve([{ ...PLAN, attachment: ATTACHMENT }]);
      await pass(30_000);
      expect(server.stored).toEqual(['a']);
    });
  });

  it('[W5] loses nothing and keeps the order of each room, whatever becomes of the sendings', async () => {
    const fate = fc.constantFrom<Fate>('ok', 'lost', 'answer lost', 'rate', 'draining');
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ add: fc.constantFrom(...ROOMS) }) },
      fc.record({ pass: fc.nat(3_000) }),
      fc.record({ open: fc.boolean() }),
      fc.record({ arrive: fc.constant(true) }),
      fc.record({ reload: fc.constant(true) }),
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
          else if ('reload' in act) reload(server);
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
