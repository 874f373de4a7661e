import { randomUUID } from 'node:crypto';
import { ChatClient } from '@fourways/chat-client';

const EACH_MS = 500;
const PATIENCE_MS = 120_000;

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

  /** Waits until everything said by anyone should be here. */
  async catchUp(count) {
    await this.until(() => this.client.getSnapshot().outbox.length === 0 && this.messages().length >= count);
  }

  /** What of all that was stored has come, and how often. */
  async report(stored) {
    const counts = new Map();
    for (const { body } of this.messages()) counts.set(body, (counts.get(body) ?? 0) + 1);
    const { outcome } = await this.client.audit().catch(({ code }) => ({ outcome: code }));
    const { reconnects, gaps } = this.client.getSnapshot().meters[this.mode];
    const lost = stored.filter((body) => !counts.has(body)).length;
    const doubled = stored.filter((body) => counts.get(body) > 1).length;
    return { mode: this.mode, unsent: this.unsent.length, lost, doubled, audit: outcome, awayMs: this.awayMs, reconnects, gaps };
  }

  get unsent() {
    return this.client.getSnapshot().outbox.map(({ body }) => body);
  }

  leave() {
    this.client.close();
  }

  messages() {
    return this.client.getSnapshot().timeline.rooms.get(this.room)?.messages ?? [];
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
