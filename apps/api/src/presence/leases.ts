import type { PresenceState } from '@fourways/chat-core';

interface Lease {
  untilMs: number;
  idle: boolean;
}

interface Term {
  id: string;
  ttlMs: number;
  idle?: boolean | undefined;
}

/** Who is here until when: one lease per connection, and a person is here while one of hers lasts. */
export class Leases {
  private readonly byUser = new Map<string, Map<string, Lease>>();

  /** `changed` is called when a person's state may be another. */
  constructor(private readonly changed: (userId: string) => void) {}

  renew(userId: string, { id, ttlMs, idle = false }: Term): void {
    const leases = this.byUser.get(userId) ?? new Map<string, Lease>();
    this.byUser.set(userId, leases);
    leases.set(id, { untilMs: Date.now() + ttlMs, idle });
    this.changed(userId);
  }

  /** Changes the term of a lease that exists; says whether there was one. */
  touch(userId: string, { id, ttlMs, idle }: Term): boolean {
    const lease = this.byUser.get(userId)?.get(id);
    if (!lease) return false;
    lease.untilMs = Date.now() + ttlMs;
    lease.idle = idle ?? lease.idle;
    this.changed(userId);
    return true;
  }

  drop(userId: string): void {
    this.byUser.delete(userId);
    this.changed(userId);
  }

  state(userId: string): PresenceState {
    const leases = this.byUser.get(userId);
    if (!leases) return 'offline';
    return [...leases.values()].some(({ idle }) => !idle) ? 'online' : 'idle';
  }

  sweep(nowMs: number): void {
    for (const [userId, leases] of this.byUser) {
      for (const [id, { untilMs }] of leases) if (untilMs <= nowMs) leases.delete(id);
      if (leases.size === 0) this.drop(userId);
    }
  }
}
