import { Companion } from '../companion.js';
import type { Invitation } from './gathering.js';
import type { RoundResult, Traffic } from './round.js';

/** Readers in a process of their own, so that reading does not slow down what is read. */
export class Crowd {
  private constructor(private readonly companion: Companion) {}

  /** Resolves when each reader is in sync. */
  static async gather(invitation: Invitation): Promise<Crowd> {
    const crowd = new Crowd(Companion.start('./crowd/crowd-process.js'));
    await crowd.companion.ask('open', invitation);
    return crowd;
  }

  begin(): Promise<void> {
    return this.companion.ask('begin');
  }

  /** Resolves when everyone has so many messages, or after the time. */
  arrived(count: number, patienceMs: number): Promise<Traffic> {
    return this.companion.ask('arrived', { count, patienceMs });
  }

  judge(expected: readonly number[]): Promise<RoundResult> {
    return this.companion.ask('judge', expected);
  }

  leave(): void {
    this.companion.kill();
  }
}
