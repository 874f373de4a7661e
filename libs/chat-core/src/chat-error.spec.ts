import { describe, expect, it } from '@jest/globals';
import { ChatError, type ErrorCode, ERRORS } from './chat-error.js';
import { Problem } from './problem.js';

const codes = Object.keys(ERRORS) as ErrorCode[];

describe('chat error', () => {
  it.each(codes)('[X1] %s comes out of its problem document as it went in', (code) => {
    const error = new ChatError(code, { detail: 'Just so', retryAfterMs: 1_500, issues: [{ path: 'name', message: 'must not be empty' }] });
    const problem = Problem.parse(JSON.parse(JSON.stringify(error.toProblem('request-1'))));
    expect(problem).toMatchObject({ type: `urn:fourways:problem:${code}`, status: ERRORS[code].status, code, requestId: 'request-1' });
    const { status, retryable, detail, retryAfterMs, issues } = ChatError.from(problem);
    expect({ status, retryable, detail, retryAfterMs, issues }).toEqual({ status: error.status, retryable: error.retryable, detail: 'Just so', retryAfterMs: 1_500, issues: error.issues });
  });

  it('[X1] says nothing that was not given', () => {
    expect(Object.keys(new ChatError('rate').toProblem())).toEqual(['type', 'title', 'status', 'code']);
  });

  it.each([
    [503, 'internal', true],
    [418, 'invalid', false],
  ] as const)('takes an unknown code by its status %i', (status, code, retryable) => {
    const error = ChatError.from({ type: 'about:blank', title: 'Something new', status, code: 'invented_later' });
    expect(error).toMatchObject({ code, retryable, message: 'Something new' });
  });

  it.each(['constructor', 'toString', '__proto__'])('takes %s for no code of ours', (code) => {
    expect(ChatError.from({ type: 'about:blank', title: 'Odd', status: 400, code })).toMatchObject({ code: 'invalid', status: 422 });
  });

  it('is retryable only where the same request may succeed later', () => {
    expect(codes.filter((code) => ERRORS[code].retryable)).toEqual(['internal', 'overloaded', 'push_failed', 'rate', 'request_timeout', 'shutting_down', 'unreachable']);
  });
});
