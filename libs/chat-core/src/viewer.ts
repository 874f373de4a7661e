import type { LogRecord } from './event.js';

/** One stay in a room: `leftSeq` is undefined while it lasts. Both ends are included. */
export interface Interval {
  readonly joinedSeq: number;
  leftSeq?: number | undefined;
}

/**
 * What one person may see of the log, whatever connection she uses: decided by her stays in the rooms, in the
 * log's own numbers, so that a replay tomorrow shows what live delivery showed today (PROTOCOL R4).
 */
export class Viewer {
  private readonly stays = new Map<string, Interval[]>();
  private readonly wakes = new Set<() => void>();

  constructor(readonly userId: string) {}

  sees({ audience, event }: LogRecord): boolean {
    if (audience === 'all') return true;
    if (audience.startsWith('user:')) return audience.slice(5) === this.userId;
    const stays = this.stays.get(audience.slice(5));
    return stays?.some(({ joinedSeq, leftSeq }) => joinedSeq <= event.seq && event.seq <= (leftSeq ?? Infinity)) ?? false;
  }

  /** The rooms she is in now. */
  rooms(): string[] {
    return [...this.stays.keys()].filter((roomId) => this.isIn(roomId));
  }

  isIn(roomId: string): boolean {
    return this.stays.get(roomId)?.some(({ leftSeq }) => leftSeq === undefined) ?? false;
  }

  /** Applying the same arrival again, or one that is known already, changes nothing. */
  join(roomId: string, seq: number): void {
    const stays = this.stays.get(roomId) ?? [];
    if (stays.some(({ joinedSeq }) => joinedSeq >= seq)) return;
    this.stays.set(roomId, [...stays, { joinedSeq: seq }]);
  }

  leave(roomId: string, seq: number): void {
    const open = this.stays.get(roomId)?.find(({ joinedSeq, leftSeq }) => leftSeq === undefined && joinedSeq < seq);
    if (open) open.leftSeq = seq;
  }

  restore(roomId: string, stay: Interval): void {
    this.stays.set(roomId, [...(this.stays.get(roomId) ?? []), { ...stay }]);
  }

  /** Calls `wake` whenever something she may see could be new, until the returned function is called. */
  listen(wake: () => void): () => void {
    this.wakes.add(wake);
    return () => void this.wakes.delete(wake);
  }

  get listening(): Iterable<() => void> {
    return this.wakes;
  }

  get listenerCount(): number {
    return this.wakes.size;
  }
}
