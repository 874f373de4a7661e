import { type Frame, type Mode, type ModeChoice, TIMING } from '@fourways/chat-core';
import type { SwitchReport } from '../view.js';
import { LeaderWatch } from './leader-watch.js';
import { Leadership } from './leadership.js';
import { SharedChoice } from './shared-choice.js';
import { SharedInterval } from './shared-interval.js';
import type { LeaderState, Relayed, TabMessage } from './tab-message.js';
import type { TabChannel, TabPlatform } from './tab-platform.js';

export interface TabPorts {
  /** Whose tabs. */
  userId(): string;
  state(): Omit<LeaderState, 'visible'>;
  /** Where this tab is; null unless it is in sync. */
  here(): Frame | null;
  /** The lead has come to this tab, or has gone from it. */
  moved(leads: boolean): void;
  /** The leading tab has told of itself. */
  led(state: LeaderState): void;
  choose(choice: ModeChoice): Promise<SwitchReport>;
  /** Another tab does not want to wait for the next poll. */
  hurry(pollIntervalMs?: number): void;
}

/** One tab's part of the news: what another tab hears of one mode. */
export interface Relay {
  readonly mode: Mode;
  heard(delivery: Relayed): void;
  down(): void;
}

/** Messages of another version of this protocol are not heard. */
const VERSION = 1;

/** The tabs of one person: one leads, which means that it holds the connection, and passes on what arrives. */
export class TabGroup {
  private leadership: Leadership | null = null;
  private channel: TabChannel | null = null;
  private joined: Promise<void> | null = null;
  private beating: ReturnType<typeof setInterval> | undefined;
  private readonly watch: LeaderWatch;
  private readonly relays = new Set<Relay>();
  private readonly choice: SharedChoice;
  private readonly interval: SharedInterval;

  constructor(
    private readonly platform: TabPlatform,
    private readonly ports: TabPorts,
  ) {
    this.watch = new LeaderWatch(() => platform.visible(), () => this.leadership?.steal());
    this.choice = new SharedChoice({
      follows: () => this.follows,
      choice: () => ports.state().choice,
      choose: (choice) => ports.choose(choice),
      tell: () => this.tell(),
      post: (message) => this.post(message),
    });
    this.interval = new SharedInterval({
      interval: () => ports.state().pollIntervalMs,
      take: (pollIntervalMs) => ports.hurry(pollIntervalMs),
      post: (message) => this.post(message),
    });
  }

  /** Whether another tab holds the connection for this one. */
  get follows(): boolean {
    return this.leadership !== null && !this.leadership.leads;
  }

  /** Whether this tab is to hold the connection. Joins the others if it has not. */
  async leads(): Promise<boolean> {
    this.joined ??= this.join();
    await this.joined;
    return this.leadership?.leads ?? true;
  }

  leave(): void {
    this.leadership?.leave();
    this.channel?.close();
    this.leadership = this.channel = this.joined = null;
    this.watch.stop();
    clearInterval(this.beating);
    this.choice.moved();
  }

  /** Passes on what arrived. */
  publish(mode: Mode, delivery: Relayed): void {
    if (!this.follows) this.post({ kind: 'news', mode, delivery });
  }

  /** No connection of this mode is open any more. */
  down(mode: Mode): void {
    if (!this.follows) this.post({ kind: 'down', mode });
  }

  /** Hears the leading tab until the returned function is called; it is asked at once where it is. */
  listen(relay: Relay): () => void {
    this.relays.add(relay);
    this.post({ kind: 'ask', mode: relay.mode });
    return () => void this.relays.delete(relay);
  }

  /** Tells the others at once what has changed here. */
  tell(): void {
    if (this.leadership?.leads) this.post({ kind: 'beat', state: this.state() });
  }

  /** Has the leading tab poll at once. */
  hurry(): void {
    if (this.follows) this.post({ kind: 'hurry' });
  }

  /** Changes the poll interval of all; whoever polls does so at once. */
  setPollInterval(ms: number): void {
    this.interval.set(ms);
  }

  /** Changes the mode of all. */
  choose(choice: ModeChoice): Promise<SwitchReport> {
    return this.choice.make(choice);
  }

  private async join(): Promise<void> {
    const name = `fourways.${VERSION}.${this.ports.userId()}`;
    this.channel = this.platform.channel(name);
    this.channel.onmessage = ({ data }) => this.receive(data);
    const leadership = new Leadership(name, this.platform.locks, (leads) => this.moved(leads));
    this.leadership = leadership;
    await leadership.join();
    if (leadership === this.leadership) this.role();
  }

  private moved(leads: boolean): void {
    this.role();
    this.ports.moved(leads);
  }

  private role(): void {
    clearInterval(this.beating);
    this.watch.stop();
    this.choice.moved();
    if (this.follows) return this.watch.start();
    this.tell();
    this.beating = setInterval(() => this.tell(), TIMING.tabBeatMs);
  }

  private state(): LeaderState {
    return { ...this.ports.state(), turn: this.choice.turn, intervalTs: this.interval.setTs, visible: this.platform.visible() };
  }

  private receive(message: TabMessage): void {
    if (message.kind === 'hurry') this.hasten(message);
    else if (this.follows) this.follow(message);
    else this.lead(message);
  }

  private follow(message: TabMessage): void {
    if (message.kind === 'beat') {
      this.watch.beat(message.state.visible);
      const state = this.interval.latest(message.state);
      if (this.choice.accepts(state)) this.ports.led(state);
    } else if (message.kind === 'chose') this.choice.answered(message);
    else if (message.kind === 'news' || message.kind === 'here') this.pass(message.mode, relayed(message));
    else if (message.kind === 'down') this.relaysOf(message.mode).forEach((relay) => relay.down());
  }

  private lead(message: TabMessage): void {
    if (message.kind === 'ask') this.answer(message.mode);
    else if (message.kind === 'choose') void this.choice.serve(message);
    else if (message.kind === 'newer') void this.choice.adopt(message);
    else if (message.kind === 'beat') this.heed(message.state);
  }

  /** This tab leads, and hears what another one says that leads, or led a moment ago. */
  private heed(state: LeaderState): void {
    this.interval.hear(state);
    void this.choice.adopt(state);
  }

  private hasten({ pollIntervalMs, intervalTs = Date.now() }: Extract<TabMessage, { kind: 'hurry' }>): void {
    if (pollIntervalMs !== undefined) this.interval.hear({ pollIntervalMs, intervalTs });
    else if (!this.follows) this.ports.hurry();
    this.tell();
  }

  private answer(mode: Mode): void {
    this.tell();
    const frame = this.ports.state().mode === mode && this.ports.here();
    if (frame) this.post({ kind: 'here', mode, frame });
  }

  private pass(mode: Mode, delivery: Relayed): void {
    for (const relay of this.relaysOf(mode)) relay.heard(delivery);
  }

  private relaysOf(mode: Mode): Relay[] {
    return [...this.relays].filter((relay) => relay.mode === mode);
  }

  private post(message: TabMessage): void {
    this.channel?.postMessage(message);
  }
}

function relayed(message: Extract<TabMessage, { kind: 'news' | 'here' }>): Relayed {
  return message.kind === 'news' ? message.delivery : { kind: 'frame', frame: message.frame };
}
