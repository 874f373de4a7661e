import { ChatError, isQuietAt, LIMITS, messageText, type PushDevice, type PushNotice, type PushTest, Tail, withoutMarks } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { consume } from '../session/rate-limit.js';
import type { Session } from '../session/session.js';
import type { Told } from './push-queue.js';
import { PushOutcomes } from './push-outcomes.js';
import { PushSender } from './push-sender.js';
import { PushServices } from './push-services.js';
import { type Delivery, PushRepository } from './push.repository.js';

/** Which browsers take pushes, and what they are told (PROTOCOL H1-H5). */
@Injectable()
export class PushService {
  private readonly tests = new RateLimiterMemory({ points: LIMITS.pushTestsPerMinute, duration: 60 });
  private used = false;

  constructor(
    private readonly devices: PushRepository,
    private readonly outcomes: PushOutcomes,
    private readonly services: PushServices,
    private readonly sender: PushSender,
    private readonly tail: Tail,
  ) {}

  async open(): Promise<void> {
    this.used = await this.devices.hasDevices();
  }

  close(): void {
    this.sender.close();
  }

  /** Whether there may be somebody to be told. */
  get isUsed(): boolean {
    return this.used;
  }

  async register(session: Session, device: PushDevice): Promise<void> {
    const { endpoint, keys } = device;
    if (!this.services.includes(endpoint)) throw new ChatError('push_service_unknown');
    if (!(await this.sender.canReach({ endpoint, ...keys }))) throw new ChatError('invalid', { issues: [{ path: 'keys', message: 'must be keys of a browser' }] });
    await this.devices.keep(session, device, this.tail.head);
    this.used = true;
  }

  async unregister({ id }: Session): Promise<void> {
    await this.devices.forget(id);
  }

  /** Resolves when the push service has taken it. */
  async test({ id, user }: Session, notice: PushTest): Promise<void> {
    const target = await this.devices.find(id);
    if (!target) throw new ChatError('push_not_registered');
    await consume(this.tests, user.id);
    const { outcome } = await this.sender.once(target, { ...notice, tag: 'test', roomId: null });
    if (outcome === 'gone') await this.devices.settle([], [target]);
    if (outcome !== 'taken') throw new ChatError('push_failed');
  }

  /** To every browser of those who have not read it yet. */
  async deliveries(told: readonly Told[]): Promise<Delivery[]> {
    return (await this.devices.deliveries(told)).filter((delivery) => !isQuiet(delivery));
  }

  /** Resolves when its outcome is on disk. */
  async deliver(delivery: Delivery): Promise<void> {
    await this.outcomes.note(delivery, await this.sender.send(delivery, noticeOf(delivery)));
  }
}

function isQuiet({ quietFrom: from, quietTo: to, quietZone: timeZone }: Delivery): boolean {
  if (!from || !to || !timeZone) return false;
  return isQuietAt({ from, to }, new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format());
}

function noticeOf({ roomId, room, kind, author, body, attachments }: Delivery): PushNotice {
  const title = kind === 'direct' ? author : `${author} · #${room}`;
  return { title, body: shortened(withoutMarks(messageText({ body, attachments: [...attachments] }))), tag: roomId, roomId };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LIMITS.pushTextChars ? `${characters.slice(0, LIMITS.pushTextChars - 1).join('')}…` : text;
}
