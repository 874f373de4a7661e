import { ChatError } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';

/** How many rooms one person may create: everybody has to carry them. Only those that come to be count. */
@Injectable()
export class CreationRate {
  private readonly limiter: RateLimiterMemory;

  constructor({ roomsPerHour }: Config) {
    this.limiter = new RateLimiterMemory({ points: roomsPerHour, duration: 3_600 });
  }

  /** Why this person may create none now. */
  async refusal(userId: string): Promise<ChatError | undefined> {
    const spent = await this.limiter.get(userId);
    if (!spent || spent.remainingPoints > 0) return undefined;
    return new ChatError('rate', { retryAfterMs: spent.msBeforeNext, detail: 'Too many new rooms' });
  }

  async spend(userId: string): Promise<void> {
    await this.limiter.penalty(userId);
  }
}
