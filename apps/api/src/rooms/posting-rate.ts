import { LIMITS } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { BurstyRateLimiter, RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { consume } from '../session/rate-limit.js';

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

  take(userId: string): Promise<void> {
    return consume(this.limiter, userId);
  }
}
