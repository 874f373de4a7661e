import { LIMITS } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { consume } from './rate-limit.js';

/** How fast one person may tell of herself what is no message: how far she has read, how she wants a room, that she types, that she is here. */
@Injectable()
export class SignalRate {
  private readonly limiter: RateLimiterMemory;

  constructor({ messagesPerSecond }: Config) {
    this.limiter = new RateLimiterMemory({ points: Math.max(LIMITS.signalsPerSecond, 2 * messagesPerSecond), duration: 1 });
  }

  take(userId: string): Promise<void> {
    return consume(this.limiter, userId);
  }
}
