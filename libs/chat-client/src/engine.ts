import { type Ack, ChatError, type ChatEvent, type Command, type Frame, type GapReason, type ModeChoice, parseCursor, type Snapshot, TIMING } from '@fourways/chat-core';
import { AliveBeacon } from './alive-beacon.js';
import { Api } from './api.js';
import type { ChatClientOptions } from './chat-client-options.js';
import { ClockOffset } from './clock-offset.js';
import { Connection } from './connection.js';
import { CookieJar } from './cookie-jar.js';
import { Dispatch } from './dispatch.js';
import { Ephemera } from './ephemera.js';
import { Helm } from './helm.js';
import { Http } from './http.js';
import { Intake } from './intake.js';
import { type Meter, Meters } from './meters.js';
import { KeptConnections } from './kept-connections.js';
import { MemoryShelf } from './outbox-memory-shelf.js';
import { Pace } from './pace.js';
import { ReadingNotice } from './reading-notice.js';
import { Recognition } from './recognition.js';
import { Replica } from './replica.js';
import { Retention } from './retention.js';
import { Store } from './store.js';
import { transportsOf } from './transports-of.js';
import { type ConnectionView, firstMode, firstView, pollIntervalOf } from './view.js';
import { PushApi } from './push-api.js';

/** What does not answer by then is out of reach. */
const REACH_MS = 3_000;

/** The parts of a client and what they tell one another. `ChatClient` is its public face. */
export class Engine {
  readonly store: Store;
  readonly api: Api;
  readonly push: PushApi;
  readonly replica: Replica;
  readonly dispatch: Dispatch;
  readonly connection: Connection;
  readonly helm: Helm;
  readonly pace = new Pace();
  readonly reading = new ReadingNotice({
    timeline: () => this.replica.timeline,
    show: (readAhead) => this.store.update({ readAhead }),
    run: (command) => this.run(command),
  });
  private readonly ephemera: Ephemera;
  private readonly clock = new ClockOffset();
  private readonly meters = new Meters(() => this.store.update({ meters: this.meters.view() }));
  readonly beacon = new AliveBeacon((sign) => this.tell({ name: 'alive', data: { ...sign, cursor: this.replica.cursor! } }));
  readonly recognition: Recognition = new Recognition({
    me: () => this.replica.timeline?.me.id,
    whose: (call) => this.api.whose({ meter: this.meter, signal: this.closing.signal, cache: 'no-store', ...call }),
    shed: () => this.kept.shed(this.closing.signal),
    recognised: () => this.setOpen(),
    mistaken: () => this.connection.stop({ status: 'signed-out', problem: new ChatError('no_session') }),
  });
  private readonly kept = new KeptConnections((signal) => this.recognition.look(signal));
  private closing = new AbortController();
  private suspended = false;
  /** The answer of an overtaken one is older than what came since. */
  private resyncs = 0;

  constructor(options: ChatClientOptions) {
    const { mode: choice = 'auto', pollIntervalMs = TIMING.pollIntervalMs, shelf = new MemoryShelf(), random = Math.random } = options;
    this.store = new Store(firstView(choice, pollIntervalMs, this.meters.view()));
    const http = new Http(options.baseUrl ?? '', new CookieJar(options.cookie), options.fetch ?? ((...call) => fetch(...call)), () => this.replica.timeline?.me.id);
    this.api = new Api(http);
    this.push = new PushApi(http);
    this.replica = new Replica((timeline) => this.store.update({ timeline }), new Retention(options.keptMessages));
    const me = () => this.replica.timeline?.me.id;
    this.ephemera = new Ephemera(me, (view) => this.store.update(view));
    this.dispatch = new Dispatch({
      run: (command, signal) => this.run(command, signal),
      upload: (roomId, upload, content, call) => this.api.upload(roomId, upload, content, { meter: this.meter, ...call }),
      fileBytes: () => this.store.getSnapshot().fileBytes,
      show: (change) => this.store.update(change),
      random,
      shelf,
    });
    this.helm = this.steer(choice, options);
    this.connection = this.connect(http, firstMode(choice), random);
    if (options.snapshot) this.takeSnapshot(options.snapshot);
  }

  start(): void {
    if (this.closing.signal.aborted) this.closing = new AbortController();
    this.suspended = false;
    this.dispatch.outbox.start();
    this.helm.start();
    this.connection.start();
  }

  stop(change?: Partial<ConnectionView>): void {
    this.suspended = false;
    this.closing.abort();
    this.dispatch.close();
    this.ephemera.stop();
    this.helm.stop();
    this.connection.stop(change);
  }

  /** After sleep, or on another network: whatever is open may be dead. */
  async wake(): Promise<void> {
    if (!this.connection.runs) return;
    this.recognition.doubt();
    this.connection.wake();
    this.helm.networkChanged();
    await this.shed();
  }

  /** Goes on after `suspend()`, if it was that which ended it. */
  async resume(): Promise<void> {
    if (!this.suspended) return;
    this.recognition.doubt();
    this.start();
    await this.shed();
  }

  /** Somebody looks at the page, or does not any more: the server and the other tabs hear of it. */
  seen(): void {
    this.helm.hurry();
    this.helm.changed();
  }

  /** Holds nothing open, for a page that is put aside; `start()` goes on. */
  suspend(): void {
    if (!this.connection.runs) return;
    this.suspended = true;
    void this.reading.tell();
    this.dispatch.uploads.stop();
    this.helm.stop();
    this.connection.stop({ status: 'connecting', problem: null });
  }

  /** Forgets a person: what she knew, and what she had not sent. */
  forget(): void {
    this.replica.clear();
    this.ephemera.clear();
    this.dispatch.clear();
    this.reading.clear();
  }

  /** Runs a command once, over the socket if that is what delivers now, else by HTTP. */
  async run(command: Command, signal = this.closing.signal): Promise<Ack | null> {
    if (!this.recognition.sure) await this.recognition.ask();
    const since = Date.now();
    const channel = this.connection.lane?.channel;
    const ack = await (channel ? channel(command) : this.api.command(command, { meter: this.meter, signal }));
    if (ack?.event && !ack.duplicate) this.clock.seen(ack.event.ts, since);
    if (ack) this.helm.hurry();
    return ack;
  }

  /** Runs a command that nobody waits for, and that is worth nothing later. */
  tell(command: Command): void {
    if (this.open) this.run(command).catch(() => {});
  }

  private get connected(): boolean {
    const { status } = this.store.getSnapshot();
    return status === 'in-sync' || status === 'catching-up';
  }

  /** Whether anything may be sent. */
  private get open(): boolean {
    return this.connected && this.recognition.sure;
  }

  private get meter(): Meter {
    return this.meters.of(this.store.getSnapshot().mode);
  }

  private connect(http: Http, mode: ConnectionView['mode'], random: () => number): Connection {
    const { replica, ephemera, clock, meters, pace } = this;
    const gap = (reason: GapReason) => this.store.update({ lastGap: { reason, at: Date.now() } });
    const intake = new Intake({ replica, ephemera, clock, meters, gap, applied: (events) => this.applied(events) });
    const intervalMs = () => this.store.getSnapshot().pollIntervalMs;
    return new Connection(
      {
        transports: this.helm.share(transportsOf({ http, pace, intervalMs, random })),
        meters,
        random,
        cursor: () => replica.cursor,
        eph: () => ephemera.n,
        take: (delivery, lane) => intake.take(delivery, lane),
        read: () => this.api.read(replica.cursor!, { meter: this.meter, signal: this.closing.signal }),
        resync: () => this.resync(),
        show: (change) => this.show(change),
        failed: (lane, cause) => this.helm.failed(lane, cause),
        upToDate: (lane) => this.helm.upToDate(lane),
      },
      mode,
    );
  }

  private steer(choice: ModeChoice, { tabs = null, setbacks = null }: ChatClientOptions): Helm {
    const { store } = this;
    return new Helm(
      {
        view: store.getSnapshot,
        show: (change) => store.update(change),
        lane: () => this.connection.lane,
        use: (mode, cause) => this.connection.use(mode, cause),
        wake: () => this.connection.wake(),
        reachable: () => this.reachable(),
        hurry: (pollIntervalMs) => this.hurry(pollIntervalMs),
        userId: () => this.replica.timeline!.me.id,
        here: () => this.here(),
        memory: setbacks,
      },
      choice,
      tabs,
    );
  }

  private hurry(pollIntervalMs?: number): void {
    if (pollIntervalMs !== undefined) this.store.update({ pollIntervalMs: pollIntervalOf(pollIntervalMs) });
    this.pace.poke();
  }

  /** The frame that says where this client is. */
  private here(): Frame | null {
    const { cursor } = this.replica;
    if (!cursor || this.store.getSnapshot().status !== 'in-sync') return null;
    const eph = this.ephemera.full();
    return { v: 1, prev: cursor, next: cursor, upToDate: true, events: [], ...(eph && { eph }) };
  }

  private async shed(): Promise<void> {
    if ((await this.kept.shed(this.closing.signal)) && !this.connection.lane?.heard) this.connection.wake();
  }

  private async reachable(): Promise<boolean> {
    const { cursor } = this.replica;
    if (!cursor || this.closing.signal.aborted) return false;
    const read = this.api.read(cursor, { meter: this.meter, signal: this.closing.signal, timeoutMs: REACH_MS });
    return read.then(
      () => !this.closing.signal.aborted,
      () => false,
    );
  }

  private async resync(): Promise<void> {
    const since = Date.now();
    const resync = ++this.resyncs;
    const snapshot = await this.api.snapshot(this.closing.signal);
    if (resync === this.resyncs) this.takeSnapshot(snapshot, since);
  }

  private takeSnapshot(snapshot: Snapshot, since?: number): void {
    const { cursor: before, timeline } = this.replica;
    if (timeline && timeline.me.id !== snapshot.me.id) throw new ChatError('no_session');
    this.clock.seen(snapshot.hello.t, since);
    this.store.update({ fileBytes: snapshot.hello.fileBytes });
    this.replica.reset(snapshot);
    this.ephemera.take({ ...snapshot.eph, full: true });
    // Before what is applied: a place in the other log says nothing of this one.
    if (before && parseCursor(before).epoch !== parseCursor(snapshot.cursor).epoch) this.dispatch.outbox.forgetAcks();
    this.applied(snapshot.rooms.flatMap(({ messages }) => messages).map(({ clientMsgId, author }) => ({ clientMsgId, actor: author.id })));
  }

  private applied(events: readonly (Pick<ChatEvent, 'clientMsgId' | 'actor'> & Partial<Pick<ChatEvent, 'type' | 'roomId'>>)[]): void {
    const { timeline, seq } = this.replica;
    this.reading.settle(events);
    this.dispatch.outbox.applied(events, seq, timeline!.me.id);
  }

  private show(change: Partial<ConnectionView>): void {
    this.store.update(change);
    const { status } = this.store.getSnapshot();
    if (status === 'signed-out' || status === 'closed') this.helm.stop();
    this.setOpen();
    this.helm.changed();
    const { lane } = this.connection;
    if (this.connected && !this.recognition.sure) this.recognition.ask().catch((error: unknown) => lane?.end(error));
  }

  private setOpen(): void {
    const { open } = this;
    this.dispatch.setOpen(open);
    this.reading.setOpen(open);
    this.beacon.follow(open && !this.helm.follows ? this.connection.lane : null);
  }
}
