import type { PresenceState } from '@fourways/chat-core';

interface Lease {
  untilMs: number;
  idle: boolean;
}

interface Term {
  /** Ends with the connection that it is for. */
  id: string;
  ttlMs: number;
  /** Unsaid: as it is known. */
  idle?: boolean | undefined;
}

/**
 * Who is here until when: one lease per connection, and a person is here while one of hers lasts. To come again, or by
 * one more connection, is no sign that somebody sits there: who is idle stays so until a connection says otherwise.
 */
export class Leases {
  private readonly byUser = new Map<string, Map<string, Lease>>();

  /** `changed` is called when a person's state may be another. */
  constructor(private readonly changed: (userId: string) => void) {}

  renew(userId: string, { id, ttlMs, idle }: Term): void {
    const leases = this.byUser.get(userId) ?? new Map<string, Lease>();
    const known = leases.get(id)?.idle ?? this.state(userId) === 'idle';
    this.byUser.set(userId, leases);
    leases.set(id, { untilMs: Date.now() + ttlMs, idle: idle ?? known });
    this.changed(userId);
  }

  /** Changes the term of a lease that exists; says whether there was one. */
  touch(userId: string, { id, ttlMs }: Omit<Term, 'idle'>): boolean {
    const lease = this.byUser.get(userId)?.get(id);
    if (!lease) return false;
    lease.untilMs = Date.now() + ttlMs;
    this.changed(userId);
    return true;
  }

  /** What a person says of herself through one of her connections; the term stays. */
  setIdle(userId: string, conn: string, idle: boolean): void {
    const leases = this.byUser.get(userId) ?? new Map<string, Lease>();
    for (const [id, lease] of leases) if (id === conn || id.endsWith(`:${conn}`)) lease.idle = idle;
    this.changed(userId);
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
      const over = [...leases].filter(([, { untilMs }]) => untilMs <= nowMs);
      for (const [id] of over) leases.delete(id);
      if (leases.size === 0) this.drop(userId);
      else if (over.length > 0) this.changed(userId);
    }
  }
}
