import { ChatError } from '@fourways/chat-core';
import { type BurstyRateLimiter, type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const LEAST_WAIT_MS = 100;

/** Counts one more of the key's, or refuses and says when to come again. */
export async function consume(limiter: RateLimiterMemory | BurstyRateLimiter, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new ChatError('rate', { retryAfterMs: Math.max(LEAST_WAIT_MS, refusal.msBeforeNext) });
  }
}
