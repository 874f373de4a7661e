import { randomUUID } from 'node:crypto';
import { ChatClient } from '@fourways/chat-client';

const EACH_MS = 500;
const PATIENCE_MS = 60_000;

/** A client that says something twice a second, and knows for how long at most it was out of sync. */
export class Talker {
  /** The first one opens a room; those who come after are added to it. */
  static async arrive(url, name, mode, first) {
    const client = new ChatClient({ baseUrl: url, mode });
    await client.signIn(name);
    await client.start();
    if (!first) return new Talker(client, mode, (await client.createRoom(`Deploy ${randomUUID()}`, 'private')).event.roomId);
    await first.client.addMember(first.room, client.getSnapshot().timeline.me.id);
    return new Talker(client, mode, first.room);
  }

  constructor(client, mode, room) {
    Object.assign(this, { client, mode, room, said: [], awayMs: 0 });
    let awaySince = null;
    client.subscribe(() => {
      const inSync = client.getSnapshot().status === 'in-sync';
      if (!inSync) awaySince ??= performance.now();
      else if (awaySince !== null) {
        this.awayMs = Math.max(this.awayMs, performance.now() - awaySince);
        awaySince = null;
      }
    });
  }

  talk() {
    this.timer = setInterval(() => this.said.push(this.client.post(this.room, randomUUID()).body), EACH_MS);
  }

  hush() {
    clearInterval(this.timer);
  }

  /** Waits until everything said by anyone should be here, and counts. */
  async report(said) {
    await this.until(() => this.client.getSnapshot().outbox.length === 0 && said.every((body) => this.seen().has(body)));
    const seen = this.seen();
    const { outcome } = await this.client.audit().catch(({ code }) => ({ outcome: code }));
    const { reconnects, gaps } = this.client.getSnapshot().meters[this.mode];
    this.client.close();
    const lost = said.filter((body) => !seen.has(body)).length;
    const doubled = said.filter((body) => seen.get(body) > 1).length;
    return { mode: this.mode, lost, doubled, audit: outcome, awayMs: this.awayMs, reconnects, gaps };
  }

  seen() {
    const counts = new Map();
    for (const { body } of this.client.getSnapshot().timeline.rooms.get(this.room)?.messages ?? []) counts.set(body, (counts.get(body) ?? 0) + 1);
    return counts;
  }

  /** Resolves when the condition holds, or patience is at an end. */
  until(condition) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(done, PATIENCE_MS);
      const unsubscribe = this.client.subscribe(() => condition() && done());
      if (condition()) done();
    });
  }
}
