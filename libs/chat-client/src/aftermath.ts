import { type Bye, ChatError, type ErrorCode, isTerminal, VERDICTS, type Verdict } from '@fourways/chat-core';
import { backoffMs } from './backoff.js';
import { toChatError } from './unreachable.js';

/** An attempt that the server ended with a `bye`. */
export class Goodbye extends Error {
  override readonly name = 'Goodbye';

  constructor(readonly bye: Bye) {
    super(`The server said ${bye.code} (${bye.name})`);
  }
}

/** What follows an ended attempt: another one after `delayMs`, or none. */
export interface Aftermath {
  readonly then: 'retry' | 'signed-out' | 'stop';
  readonly delayMs: number;
  readonly problem: ChatError;
}

const AFTER_MS = 3_000;
const AT_ONCE_MS = 100;
/** Every attempt has its own name, so this is no newer request of ours: come back under another name. */
const SUPERSEDED = 4109;
const CODES: Record<number, ErrorCode> = {
  4001: 'shutting_down',
  4008: 'overloaded',
  4013: 'rate',
  4201: 'overloaded',
  4401: 'no_session',
  4500: 'no_session',
  4503: 'forbidden',
  4505: 'invalid',
};

/** Judges how an attempt ended: a `bye` by the table VERDICTS (PROTOCOL V1), a refusal by its code, all else as trouble on the way. */
export function aftermath(cause: unknown, failures: number, random: () => number): Aftermath {
  return cause instanceof Goodbye ? afterBye(cause, failures, random) : afterError(toChatError(cause), failures, random);
}

function afterBye({ bye, message }: Goodbye, failures: number, random: () => number): Aftermath {
  const verdict: Verdict | undefined = VERDICTS[bye.code as keyof typeof VERDICTS];
  const retry = bye.code === SUPERSEDED ? 'backoff' : (verdict?.retry ?? (isTerminal(bye.code) ? 'never' : bye.retry));
  const problem = new ChatError(CODES[bye.code] ?? 'unreachable', { detail: message, ...(bye.afterMs && { retryAfterMs: bye.afterMs }) });
  if (retry === 'never') return ended(verdict?.hint === 'reauth', problem);
  if (retry === 'after') return { then: 'retry', delayMs: bye.afterMs ?? AFTER_MS, problem };
  if (retry === 'now' && failures === 0) return { then: 'retry', delayMs: Math.round(random() * AT_ONCE_MS), problem };
  return { then: 'retry', delayMs: backoffMs(failures, random), problem };
}

function afterError(problem: ChatError, failures: number, random: () => number): Aftermath {
  if (!problem.retryable) return ended(problem.code === 'no_session', problem);
  return { then: 'retry', delayMs: problem.retryAfterMs ?? backoffMs(failures, random), problem };
}

function ended(signedOut: boolean, problem: ChatError): Aftermath {
  return { then: signedOut ? 'signed-out' : 'stop', delayMs: 0, problem };
}
