import { setTimeout as wait } from 'node:timers/promises';
import { type PushNotice, TIMING } from '@fourways/chat-core';
import { Injectable, Logger } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../config/config.js';
import { PushKeys } from './push-keys.js';

/** `gone`: the browser will take nothing more there. */
export type PushOutcome = 'taken' | 'gone' | 'failed';

export interface PushTarget {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

const TRIES = 3;
const RETRY_MS = 5_000;
const RETRY_MAX_MS = 60_000;
/** How long the push service keeps it for a browser that is off. */
const KEPT_S = 24 * 3_600;
const GONE = [404, 410];

/** Brings a notice to a push service, encrypted for one browser (RFC 8030, 8291, 8292). */
@Injectable()
export class PushSender {
  private readonly logger = new Logger(PushSender.name);
  private readonly stop = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly keys: PushKeys,
  ) {}

  /** Breaks off what is on its way. */
  close(): void {
    this.stop.abort();
  }

  /** Whether anything can be encrypted for it: its key must be a point of the curve. */
  async canReach(target: PushTarget): Promise<boolean> {
    return this.sealed(target, { title: '', body: '', tag: '', roomId: null }).then(() => true, () => false);
  }

  /** Tries again when the service is busy or away. */
  async send(target: PushTarget, notice: PushNotice): Promise<PushOutcome> {
    for (let n = 1; ; n++) {
      const { outcome, retryMs } = await this.once(target, notice);
      if (outcome !== 'failed' || retryMs === undefined || n === TRIES || !(await this.paused(retryMs ?? RETRY_MS * n))) return outcome;
    }
  }

  /** One try. `retryMs` is null when another may help, at a time of our own choice. */
  async once(target: PushTarget, notice: PushNotice): Promise<{ outcome: PushOutcome; retryMs?: number | null }> {
    const { host } = new URL(target.endpoint);
    try {
      const { method, headers, body } = await this.sealed(target, notice);
      const signal = AbortSignal.any([this.stop.signal, AbortSignal.timeout(TIMING.pushRequestMs)]);
      const response = await fetch(target.endpoint, { method, headers, body, redirect: 'error', signal });
      await response.body?.cancel();
      if (response.ok) return { outcome: 'taken' };
      if (GONE.includes(response.status)) return { outcome: 'gone' };
      this.logger.warn(`${host} refused a push: ${response.status}`);
      return { outcome: 'failed', ...(isPassing(response.status) && { retryMs: retryAfter(response.headers) }) };
    } catch (error) {
      if (!this.stop.signal.aborted) this.logger.warn(`${host} could not be reached for a push: ${String(error)}`);
      return { outcome: 'failed', retryMs: null };
    }
  }

  private async sealed({ endpoint, p256dh, auth }: PushTarget, notice: PushNotice) {
    const vapidDetails = { subject: this.config.push.contact, ...(await this.keys.pair()) };
    const { method, headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(notice), {
      vapidDetails,
      TTL: KEPT_S,
      urgency: 'high',
      ...(notice.roomId && { topic: topicOf(notice.roomId) }),
    });
    const sent = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
    return { method, headers: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])), body: new Uint8Array(body ?? []) };
  }

  private async paused(ms: number): Promise<boolean> {
    return wait(Math.min(ms, RETRY_MAX_MS), true, { signal: this.stop.signal, ref: false }).catch(() => false);
  }
}

/** What a push service still holds of a room is replaced: at most 32 characters of base64url. */
function topicOf(roomId: string): string {
  return roomId.replaceAll('-', '');
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}
