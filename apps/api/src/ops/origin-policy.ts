import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';

/** Whether a request that changes something, or opens a socket, comes from our own pages. No Origin means: not a browser. */
export class OriginPolicy {
  constructor(private readonly config: Config) {}

  allows({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    const { origin } = headers;
    if (origin === undefined || this.config.allowedOrigins.includes(origin)) return true;
    const forwarded = this.config.trustProxy ? headers['x-forwarded-host'] : undefined;
    const host = hostOf(origin);
    return host !== undefined && host === (forwarded ?? headers.host);
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
