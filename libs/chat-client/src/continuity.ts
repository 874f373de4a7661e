import type { ChatEvent, Snapshot } from '@fourways/chat-core';

/**
 * The proof by arithmetic that nothing is missing: in a room that one is in, the numbers of events follow each other
 * without a hole (PROTOCOL G1, L3), so a client needs no help of the server to know.
 */
export class Continuity {
  /** Newest `roomSeq` applied, by room that one is in. */
  private readonly last = new Map<string, number>();
  private me = '';

  reset({ me, rooms }: Snapshot): void {
    this.me = me.id;
    this.last.clear();
    for (const { room, joined, roomSeq } of rooms) if (joined) this.last.set(room.id, roomSeq);
  }

  /** Takes events that are being applied, in order; returns how many numbers they left out. */
  missing(events: readonly ChatEvent[]): number {
    return events.reduce((sum, event) => sum + this.skippedBefore(event), 0);
  }

  private skippedBefore(event: ChatEvent): number {
    if (!('roomSeq' in event) || event.roomSeq === undefined) return 0;
    const last = this.last.get(event.roomId);
    const begins = event.type === 'member.joined' && event.data.user.id === this.me;
    if (last === undefined && !begins) return 0;
    const skipped = begins || last === undefined ? 0 : Math.max(0, event.roomSeq - last - 1);
    this.last.set(event.roomId, event.roomSeq);
    if (event.type === 'member.left' && event.data.userId === this.me) this.last.delete(event.roomId);
    return skipped;
  }
}
