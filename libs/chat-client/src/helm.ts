import type { Frame, Mode, ModeChoice } from '@fourways/chat-core';
import { AutoPilot } from './auto-pilot.js';
import type { Lane } from './lane.js';
import type { SetbackMemory } from './setback-memory.js';
import { SharedTransport } from './tabs/shared-transport.js';
import { TabGroup } from './tabs/tab-group.js';
import type { LeaderState } from './tabs/tab-message.js';
import type { TabPlatform } from './tabs/tab-platform.js';
import type { Transport } from './transport.js';
import type { ChatView, PilotView, SwitchCause, SwitchReport } from './view.js';

export interface HelmPorts {
  view(): ChatView;
  show(change: Partial<PilotView & Pick<ChatView, 'pollIntervalMs'>>): void;
  /** The lane that delivers now. */
  lane(): Lane | null;
  use(mode: Mode, cause: SwitchCause): Promise<SwitchReport>;
  wake(): void;
  reachable(): Promise<boolean>;
  /** Polls at once, and at this interval from now on. */
  hurry(pollIntervalMs?: number): void;
  userId(): string;
  here(): Frame | null;
  readonly memory: SetbackMemory | null;
}

/** What the leading tab tells the others of its settings. */
type Told = Omit<LeaderState, 'mode' | 'cause' | 'live' | 'visible'>;

/** Who decides about the mode: the pilot of this tab, or the tab that leads. */
export class Helm {
  private readonly pilot: AutoPilot;
  private readonly tabs: TabGroup | null;
  private stopped = false;

  constructor(
    private readonly ports: HelmPorts,
    choice: ModeChoice,
    platform: TabPlatform | null,
  ) {
    const { use, reachable } = ports;
    const mode = () => ports.view().mode;
    const synced = () => ports.lane()?.synced === true;
    // What the pilot of a tab that has lost the lead still finds out is not what is chosen.
    const show = (change: Parameters<HelmPorts['show']>[0]) => void (this.follows || this.show(change));
    this.pilot = new AutoPilot({ mode, synced, reachable, use, show }, choice);
    this.tabs = platform && this.join(platform);
  }

  /** Whether another tab holds the connection for this one. */
  get follows(): boolean {
    return this.tabs?.follows ?? false;
  }

  share(transports: Record<Mode, Transport>): Record<Mode, Transport> {
    const { tabs } = this;
    if (!tabs) return transports;
    const shared = Object.values(transports).map((transport) => [transport.mode, new SharedTransport(transport, tabs)]);
    return Object.fromEntries(shared) as Record<Mode, Transport>;
  }

  choose(choice: ModeChoice): Promise<SwitchReport> {
    return this.tabs ? this.tabs.choose(choice) : this.pilot.choose(choice);
  }

  failed(lane: Lane, cause: unknown): void {
    if (!this.follows) void this.pilot.failed(lane, cause);
    this.tabs?.tell();
  }

  upToDate(lane: Lane): void {
    if (!this.follows) this.pilot.upToDate(lane);
  }

  networkChanged(): void {
    if (!this.follows) this.pilot.networkChanged();
  }

  /** Whoever polls does so at once. */
  hurry(): void {
    this.ports.hurry();
    this.tabs?.hurry();
  }

  /** Whoever polls does so at once, and at this interval from now on. */
  setPollInterval(ms: number): void {
    if (this.tabs) this.tabs.setPollInterval(ms);
    else this.ports.hurry(ms);
  }

  /** The view has changed: the other tabs hear of it at once. */
  changed(): void {
    this.tabs?.tell();
  }

  start(): void {
    if (!this.stopped) return this.pilot.start(this.ports.memory?.load());
    this.stopped = false;
    this.adopt();
    this.arrive();
  }

  /** Leaves the other tabs: nobody leads this one any more. */
  stop(): void {
    this.stopped = true;
    this.pilot.stop();
    this.tabs?.leave();
    this.show({ follows: false });
  }

  private join(platform: TabPlatform): TabGroup {
    const { userId, here, hurry } = this.ports;
    return new TabGroup(platform, {
      userId,
      here,
      hurry,
      state: () => stateOf(this.ports.view()),
      moved: (leads) => this.moved(leads),
      led: (state) => this.led(state),
      choose: (choice) => this.pilot.choose(choice),
    });
  }

  private moved(leads: boolean): void {
    if (leads) this.adopt();
    else this.pilot.stop();
    this.show({ follows: !leads });
    this.ports.wake();
    if (leads) this.arrive();
  }

  /** The choice of all, and what speaks against some modes, may have been told by another tab. */
  private adopt(): void {
    const { choice, setbacks } = this.ports.view();
    this.pilot.adopt(choice, setbacks);
  }

  /** What it has heard of and is on the way to, it would have got from the tab that led. */
  private arrive(): void {
    const { choice, mode } = this.ports.view();
    if (choice !== 'auto' && choice !== mode) void this.ports.use(choice, 'chosen');
  }

  /** Goes the way of the leading tab, and comes back when that one is. */
  private led(state: LeaderState): void {
    const { mode, cause = 'chosen', live } = state;
    const view = this.ports.view();
    const told = toldOf(state);
    if (!view.follows || JSON.stringify(told) !== JSON.stringify(toldOf(view))) this.show({ ...told, follows: true });
    if (mode !== (view.switchingTo ?? view.mode)) void this.ports.use(mode, cause);
    if (live && !this.ports.lane()) this.ports.wake();
  }

  private show(change: Parameters<HelmPorts['show']>[0]): void {
    this.ports.show(change);
    if (change.setbacks && !this.follows) this.ports.memory?.keep(change.setbacks);
    this.changed();
  }
}

function toldOf({ choice, setbacks, offer, pollIntervalMs }: Told): Told {
  return { choice, setbacks, offer, pollIntervalMs };
}

function stateOf(view: ChatView): Omit<LeaderState, 'visible'> {
  const { mode, lastSwitch, status } = view;
  const led = lastSwitch?.outcome === 'switched' && lastSwitch.to === mode && { cause: lastSwitch.cause };
  return { ...toldOf(view), mode, ...led, live: status === 'in-sync' };
}
