import { TIMING } from '@fourways/chat-core';

/** A lane on trial: it must live for 20 s, and have given a sign of life since it came up. */
export class Trial {
  private heardSince = false;
  private due = false;
  private readonly timer = setTimeout(() => this.end(), TIMING.trialMs);

  constructor(private readonly passed: () => void) {}

  heard(): void {
    this.heardSince = true;
    if (this.due) this.pass();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.due = false;
  }

  private end(): void {
    this.due = true;
    if (this.heardSince) this.pass();
  }

  private pass(): void {
    this.stop();
    this.passed();
  }
}
