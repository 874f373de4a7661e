import { deepEqual, match } from 'node:assert/strict';
import { ERRORS, Problem } from '@fourways/chat-core';
import { shaped } from './shape.mjs';

/** The answer is a refusal with the code and its status (RFC 9457). */
export function expectProblem({ status, headers, body }, code) {
  deepEqual([status, body?.code], [ERRORS[code].status, code]);
  match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  deepEqual(shaped(Problem, body, 'the problem').status, status);
}
