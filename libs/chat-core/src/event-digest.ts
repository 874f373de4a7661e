import type { AuditSum } from './audit-sum.js';
import type { ChatEvent } from './event.js';
import { Fnv1a } from './fnv-1a.js';

/**
 * Counts and digests events one by one, in the order of the log: FNV-1a over the lines `seq:id`. Both sides of the wire
 * compute it (PROTOCOL Q1). It shows a mistake of either, and is no defence against an attacker.
 */
export class EventDigest {
  private readonly hash = new Fnv1a();
  private count = 0;

  add({ seq, id }: Pick<ChatEvent, 'seq' | 'id'>): void {
    this.hash.add(`${seq}:${id}\n`);
    this.count++;
  }

  get sum(): AuditSum {
    return { count: this.count, digest: this.hash.hex };
  }
}
