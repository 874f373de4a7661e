import { LIMITS } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { consume } from '../session/rate-limit.js';

/** How many files one person may upload: each may cost the work of drawing a picture. */
@Injectable()
export class UploadRate {
  private readonly limiter = new RateLimiterMemory({ points: LIMITS.uploadsPerMinute, duration: 60 });

  take(userId: string): Promise<void> {
    return consume(this.limiter, userId);
  }
}
