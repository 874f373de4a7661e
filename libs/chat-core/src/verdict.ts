/** What the client does after a goodbye. */
export type Retry = 'now' | 'after' | 'backoff' | 'never';

export interface Verdict {
  readonly name: string;
  readonly http: number | null;
  readonly retry: Retry;
  readonly hint?: 'reauth' | 'resync' | 'other_mode';
}

/**
 * Why the server ends a connection: one table for `bye`, for the two polling modes' HTTP status and for
 * the client's reaction (PROTOCOL V1). 40xx–44xx: resume after the stated action; 45xx: terminal.
 */
export const VERDICTS = {
  4001: { name: 'shutdown', http: 503, retry: 'after' },
  4008: { name: 'slow', http: null, retry: 'backoff', hint: 'other_mode' },
  4012: { name: 'dead', http: null, retry: 'now' },
  4013: { name: 'rate', http: 429, retry: 'after' },
  4102: { name: 'recycle', http: null, retry: 'now' },
  4109: { name: 'superseded', http: 204, retry: 'never' },
  4201: { name: 'node_busy', http: 503, retry: 'after' },
  4401: { name: 'token_expired', http: 401, retry: 'never', hint: 'reauth' },
  4500: { name: 'signed_out', http: 401, retry: 'never', hint: 'reauth' },
  4503: { name: 'banned', http: 403, retry: 'never' },
  4505: { name: 'bad_request', http: 400, retry: 'never' },
} as const satisfies Record<number, Verdict>;

export type VerdictCode = keyof typeof VERDICTS;

/** True for a code after which trying again cannot help. An unknown code is judged by its range. */
export function isTerminal(code: number): boolean {
  return code >= 4500;
}
