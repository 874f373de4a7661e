import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cursor, Mode } from '@fourways/chat-core';
import { Attendee } from './attendee.js';
import { FrameDecoder } from './frame-decoder.js';
import { Round, type RoundResult, type Traffic } from './round.js';

export interface Invitation {
  readonly mode: Mode;
  readonly readers: number;
  readonly url: string;
  readonly cookies: readonly string[];
  readonly start: Cursor;
  readonly roomId: string;
  readonly pollMs: number;
}

const AT_ONCE = 50;
/** A repeat that is under way has this long to come; by polling, an interval more. */
const SETTLE_MS = 250;

/** The readers of one mode, in this process. */
export class Gathering {
  private attendees: Attendee[] = [];
  private readonly broken: string[] = [];
  private round: Round | undefined;
  private settleMs = SETTLE_MS;

  async open(invitation: Invitation): Promise<void> {
    const { mode, readers, pollMs } = invitation;
    const decoder = new FrameDecoder();
    this.settleMs = SETTLE_MS + (mode === 'poll' ? 1.2 * pollMs : 0);
    this.attendees = Array.from({ length: readers }, (_, i) => this.invite(invitation, decoder, i));
    for (let i = 0; i < readers; i += AT_ONCE) await Promise.all(this.attendees.slice(i, i + AT_ONCE).map((attendee) => attendee.open()));
  }

  begin(): void {
    this.round = new Round(this.attendees);
  }

  arrived({ count, patienceMs }: { count: number; patienceMs: number }): Promise<Traffic> {
    return this.round!.arrived(count, patienceMs);
  }

  async judge(expected: readonly number[]): Promise<RoundResult> {
    await pause(this.settleMs);
    return this.round!.result(expected, this.broken);
  }

  private invite({ cookies, ...invitation }: Invitation, decoder: FrameDecoder, i: number): Attendee {
    return new Attendee({
      ...invitation,
      decoder,
      cookie: cookies[i % cookies.length]!,
      conn: randomUUID(),
      onMessage: (message, attendee) => this.round?.note(message, attendee),
      onBroken: ({ message }) => this.broken.push(message),
    });
  }
}
