import type { ChatEvent, Ephemeral, Presence, Typing } from '@fourways/chat-core';

export interface EphemeraView {
  readonly typing: readonly Typing[];
  readonly presence: readonly Presence[];
}

interface Lease {
  readonly typing: Typing;
  readonly until: number;
}

/**
 * Who types and who is here (PROTOCOL E1): latest wins, typing expires by itself. Numbered news that is older than
 * what is known is ignored; a `full` one replaces everything, whatever its number, since a restarted server counts anew.
 */
export class Ephemera {
  /** Number of the newest state taken; sent along so that the server answers with what changed since. */
  n: number | undefined;
  private readonly leases = new Map<string, Lease>();
  private readonly people = new Map<string, Presence>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly me: () => string | undefined,
    private readonly changed: (view: EphemeraView) => void,
  ) {}

  take(news: Ephemeral): void {
    if (!news.full && this.n !== undefined && news.n <= this.n) return;
    this.n = news.n;
    if (news.full) this.forget();
    for (const typing of news.typing) this.setTyping(typing);
    for (const presence of news.presence) this.setPresence(presence);
    this.show();
  }

  /** All that is known, for another tab of the same person; undefined before anything is. */
  full(): Ephemeral | undefined {
    if (this.n === undefined) return undefined;
    const now = Date.now();
    const typing = [...this.leases.values()].map((lease) => ({ ...lease.typing, ttlMs: Math.max(0, lease.until - now) }));
    return { n: this.n, full: true, typing, presence: [...this.people.values()] };
  }

  /** Who has posted has stopped typing. */
  applied(events: readonly ChatEvent[]): void {
    const posted = events.filter((event) => event.type === 'message.posted');
    const stopped = posted.filter(({ roomId, actor }) => this.leases.delete(`${roomId}:${actor}`));
    if (stopped.length > 0) this.show();
  }

  /** Forgets all and stops the timer. */
  clear(): void {
    this.n = undefined;
    this.forget();
    this.show();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private forget(): void {
    this.leases.clear();
    this.people.clear();
  }

  private setTyping(typing: Typing): void {
    const key = `${typing.roomId}:${typing.user.id}`;
    if (typing.ttlMs === 0 || typing.user.id === this.me()) this.leases.delete(key);
    else this.leases.set(key, { typing, until: Date.now() + typing.ttlMs });
  }

  private setPresence(presence: Presence): void {
    if (presence.state === 'offline') this.people.delete(presence.user.id);
    else this.people.set(presence.user.id, presence);
  }

  private show(): void {
    this.expire();
    this.changed({ typing: [...this.leases.values()].map(({ typing }) => typing), presence: [...this.people.values()] });
  }

  private expire(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    for (const [key, { until }] of this.leases) if (until <= now) this.leases.delete(key);
    if (this.leases.size === 0) return;
    const next = Math.min(...[...this.leases.values()].map(({ until }) => until));
    this.timer = setTimeout(() => this.show(), next - now);
  }
}
