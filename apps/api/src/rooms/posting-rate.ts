import { ChatError, LIMITS } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';

/** How fast one person may write: a steady rate, and a burst now and then. */
@Injectable()
export class PostingRate {
  private readonly limiter: BurstyRateLimiter;

  constructor({ messagesPerSecond }: Config) {
    const burst = Math.max(LIMITS.messagesBurst, messagesPerSecond) - messagesPerSecond;
    this.limiter = new BurstyRateLimiter(
      new RateLimiterMemory({ points: messagesPerSecond, duration: 1 }),
      new RateLimiterMemory({ keyPrefix: 'burst', points: burst, duration: 10 }),
    );
  }

  async take(userId: string): Promise<void> {
    try {
      await this.limiter.consume(userId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new ChatError('rate', { retryAfterMs: Math.max(100, refusal.msBeforeNext) });
    }
  }
}
