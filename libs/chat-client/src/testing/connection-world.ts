import { type ChatEvent, type Mode, type ModeChoice, MODES, NOTHING_READ, preferenceFor, type Snapshot } from '@fourways/chat-core';
import { AutoPilot } from '../auto-pilot.js';
import { ClockOffset } from '../clock-offset.js';
import { Connection } from '../connection.js';
import { Ephemera } from '../ephemera.js';
import { Intake } from '../intake.js';
import { Meters } from '../meters.js';
import { Replica } from '../replica.js';
import type { Delivery, Transport } from '../transport.js';
import { type ConnectionView, firstMode, type PilotView } from '../view.js';
import { cursorAt, EPOCH, frameOf, ME, type Opening, ROOM_ID, ScriptedTransport } from './scripted-transport.js';

export function snapshotAt(seq: number, epoch = EPOCH): Snapshot {
  const hello = { connId: 'c', mode: 'poll', epoch, head: cursorAt(seq, epoch), retention: { events: 1, ms: 1 } } as const;
  const room = { id: ROOM_ID, name: 'lobby', kind: 'public', createdTs: 0 } as const;
  const places = { lastNumber: seq, read: { ...NOTHING_READ, number: seq }, preference: preferenceFor('public'), receipts: [] };
  const view = { room, joined: true, memberCount: 1, updatedSeq: seq, roomSeq: seq, messages: [], hasOlder: seq > 0, ...places };
  return {
    cursor: cursorAt(seq, epoch),
    me: ME,
    rooms: [view],
    eph: { n: 0, full: true, typing: [], presence: [] },
    hello: { ...hello, hbMs: 15_000, deadMs: 40_000, recycleMs: 480_000, maxBatch: 200, fileBytes: 1_000, t: 0 },
  };
}

/** A connection over scripted transports and a log of `head` events, of which the test says when they are delivered. */
export class ConnectionWorld {
  head = 0;
  epoch = EPOCH;
  /** Events up to here can be read no more. */
  expiredSeq = 0;
  readonly openings: Opening[] = [];
  readonly applied: number[] = [];
  readonly shown: Partial<ConnectionView & PilotView>[] = [];
  view: Partial<ConnectionView & PilotView> = {};
  reads = 0;
  snapshots = 0;
  /** Up to here the newest snapshot has shown everything. */
  snapshotSeq = 0;
  refuse: unknown = null;
  /** How long a snapshot takes. */
  snapshotMs = 0;
  /** Whether plain HTTP works. */
  reachable = false;
  readonly meters = new Meters();
  readonly replica = new Replica(() => {});
  readonly connection: Connection;
  readonly pilot: AutoPilot;

  constructor(choice: ModeChoice = 'sse', random: () => number = () => 0.5) {
    const ephemera = new Ephemera(
      () => ME.id,
      () => {},
    );
    const note = (events: readonly ChatEvent[]) => this.applied.push(...events.map(({ seq }) => seq));
    const intake = new Intake({ replica: this.replica, ephemera, clock: new ClockOffset(), meters: this.meters, applied: note, gap: () => {} });
    const scripted = (each: Mode) => [each, new ScriptedTransport(each, (opening) => this.openings.push(opening))];
    this.connection = new Connection(
      {
        transports: Object.fromEntries(MODES.map(scripted)) as Record<Mode, Transport>,
        meters: this.meters,
        random,
        cursor: () => this.replica.cursor,
        eph: () => undefined,
        take: (delivery, lane) => intake.take(delivery, lane),
        read: () => this.read(),
        resync: async () => this.snapshot(),
        show: (change) => this.show(change),
        failed: (lane, cause) => void this.pilot.failed(lane, cause),
        upToDate: (lane) => this.pilot.upToDate(lane),
      },
      firstMode(choice),
    );
    this.view = { mode: firstMode(choice) };
    this.pilot = new AutoPilot(
      {
        mode: () => this.view.mode!,
        synced: () => this.connection.lane?.synced === true,
        reachable: async () => this.reachable,
        use: (mode, cause) => this.connection.use(mode, cause),
        show: (change) => this.show(change),
      },
      choice,
    );
  }

  /** The newest opening. */
  get latest(): Opening {
    return this.openings.at(-1)!;
  }

  /** Statuses in the order shown, without repeats. */
  get statuses(): string[] {
    const all = this.shown.flatMap(({ status }) => status ?? []);
    return all.filter((status, i) => status !== all[i - 1]);
  }

  gap(): Delivery {
    return { kind: 'gap', gap: { reason: 'expired', head: cursorAt(this.head, this.epoch) } };
  }

  private async read(): Promise<Delivery> {
    this.reads++;
    if (this.refuse) throw this.refuse;
    const from = Number.parseInt(this.replica.cursor!.slice(9), 36);
    if (from < this.expiredSeq) return this.gap();
    return { kind: 'frame', frame: frameOf(from, this.head, true, this.epoch) };
  }

  private async snapshot(): Promise<void> {
    this.snapshots++;
    if (this.snapshotMs > 0) await new Promise((resolve) => setTimeout(resolve, this.snapshotMs));
    if (this.refuse) throw this.refuse;
    this.snapshotSeq = this.head;
    this.replica.reset(snapshotAt(this.head, this.epoch));
  }

  private show(change: Partial<ConnectionView & PilotView>): void {
    this.shown.push(change);
    this.view = { ...this.view, ...change };
  }
}
