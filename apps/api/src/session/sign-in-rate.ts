import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { consume } from './rate-limit.js';

/** How fast guests may come from one network address: each is an event that everybody in the lobby reads. */
@Injectable()
export class SignInRate {
  private readonly limiter: RateLimiterMemory;

  constructor({ signInsPerMinute }: Config) {
    this.limiter = new RateLimiterMemory({ points: signInsPerMinute, duration: 60 });
  }

  take(address: string): Promise<void> {
    return consume(this.limiter, address);
  }
}
