import type { ModeChoice } from '@fourways/chat-core';
import { v4 as uuid } from 'uuid';
import type { SwitchReport } from '../view.js';
import type { LeaderState, TabMessage } from './tab-message.js';

interface Ports {
  follows(): boolean;
  /** What is chosen, as far as this tab knows. */
  choice(): ModeChoice;
  /** Goes that way in this tab, and thereby in all if it leads. */
  choose(choice: ModeChoice): Promise<SwitchReport>;
  /** Tells the others at once what has changed here. */
  tell(): void;
  post(message: TabMessage): void;
}

/** What this tab has asked of the leading one. */
interface Asked {
  readonly choice: ModeChoice;
  answer(report?: SwitchReport): void;
}

/**
 * The mode chosen in one tab is that of all (PROTOCOL Y3): the leading tab carries a choice out. The lead can go to a
 * tab that has not heard of the newest one, so choices are counted, and whoever knows of a later one says so.
 */
export class SharedChoice {
  /** How many choices this tab knows of. */
  private known = 0;
  /** Up to this one the leading tab has been told and is at it. */
  private adopting = 0;
  /** Grows when the lead comes or goes: what was begun before counts no more. */
  private term = 0;
  private readonly asked = new Map<string, Asked>();
  /** What other tabs have asked of this one, and its answers. */
  private readonly served = new Map<string, Promise<SwitchReport | undefined>>();

  constructor(private readonly ports: Ports) {}

  get turn(): number {
    return this.known;
  }

  /** Has a choice carried out by whoever leads, however often that changes meanwhile. */
  async make(choice: ModeChoice): Promise<SwitchReport> {
    const id = uuid();
    for (;;) {
      const report = await (this.ports.follows() ? this.ask(id, choice) : this.carryOut(choice));
      if (report) return report;
    }
  }

  /** The lead has come to this tab, or has gone from it: nobody will answer what a leading one has asked for. */
  moved(): void {
    this.term++;
    this.adopting = 0;
    if (!this.ports.follows()) for (const { answer } of this.asked.values()) answer();
  }

  /** Whether what the leading tab says counts. While it does not know of the newest choice it does not, and is told. */
  accepts({ turn = this.known }: LeaderState): boolean {
    for (const [id, { choice }] of this.asked) this.ports.post({ kind: 'choose', id, choice });
    if (turn < this.known) this.ports.post({ kind: 'newer', choice: this.ports.choice(), turn: this.known });
    const counts = turn >= this.known;
    if (counts) this.known = turn;
    return counts;
  }

  /** The leading tab has carried out a choice, or could not. */
  answered({ id, report }: Extract<TabMessage, { kind: 'chose' }>): void {
    this.asked.get(id)?.answer(report);
  }

  /** Carries out what another tab has asked for, once, however often it asks. */
  async serve({ id, choice }: Extract<TabMessage, { kind: 'choose' }>): Promise<void> {
    const running = this.served.get(id) ?? this.carryOut(choice);
    this.served.set(id, running);
    const report = await running;
    if (report) this.ports.post({ kind: 'chose', id, report });
    else this.served.delete(id);
  }

  /** Another tab knows of a choice that this one, which leads, may not have heard of. */
  async adopt({ choice, turn = 0 }: { choice: ModeChoice; turn?: number }): Promise<void> {
    if (turn <= Math.max(this.known, this.adopting)) return;
    this.adopting = turn;
    if (await this.carryOut(choice)) this.known = Math.max(this.known, turn);
  }

  /** Undefined if the lead came or went before it was done. */
  private async carryOut(choice: ModeChoice): Promise<SwitchReport | undefined> {
    const { term } = this;
    const report = await this.ports.choose(choice);
    if (term !== this.term) return undefined;
    this.known++;
    this.ports.tell();
    return report;
  }

  private ask(id: string, choice: ModeChoice): Promise<SwitchReport | undefined> {
    return new Promise<SwitchReport | undefined>((answer) => {
      this.asked.set(id, { choice, answer });
      this.ports.post({ kind: 'choose', id, choice });
    }).finally(() => this.asked.delete(id));
  }
}
