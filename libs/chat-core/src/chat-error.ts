import type { Issue, Problem } from './problem.js';

interface ErrorKind {
  readonly status: number;
  /** True when the same request may succeed later without being changed. */
  readonly retryable: boolean;
  readonly title: string;
}

/** Everything that can be refused: one closed table for the server's answer and the client's decision (PROTOCOL X1). */
export const ERRORS = {
  already_signed_in: { status: 409, retryable: false, title: 'There is a session already: sign out first' },
  attachment_not_found: { status: 404, retryable: false, title: 'There is no such file' },
  attachment_quota: { status: 409, retryable: false, title: 'You have stored as much as one person may' },
  attachment_used: { status: 409, retryable: false, title: 'The file belongs to another message' },
  bad_cursor: { status: 400, retryable: false, title: 'The cursor is malformed' },
  bad_json: { status: 400, retryable: false, title: 'The request body is not valid JSON' },
  bad_request: { status: 400, retryable: false, title: 'The request cannot be read as HTTP' },
  edit_conflict: { status: 409, retryable: false, title: 'The message has been changed meanwhile' },
  /** Said by a client to itself: it was changed, moved or withdrawn since it was chosen. */
  file_unreadable: { status: 422, retryable: false, title: 'The file can be read no more' },
  forbidden: { status: 403, retryable: false, title: 'You may not do this' },
  forbidden_origin: { status: 403, retryable: false, title: 'Requests from this origin are refused' },
  headers_too_large: { status: 431, retryable: false, title: 'The headers or the address of the request are too large' },
  idempotency_mismatch: { status: 409, retryable: false, title: 'This clientMsgId was used for something else' },
  image_unreadable: { status: 422, retryable: false, title: 'The picture is damaged, too large, or of a kind that is not known' },
  internal: { status: 500, retryable: true, title: 'Something went wrong on the server' },
  invalid: { status: 422, retryable: false, title: 'The request does not have the expected form' },
  message_not_found: { status: 404, retryable: false, title: 'There is no such message' },
  message_removed: { status: 410, retryable: false, title: 'The message has been removed' },
  method_not_allowed: { status: 405, retryable: false, title: 'The route does not offer this method' },
  no_session: { status: 401, retryable: false, title: 'Sign in first' },
  not_a_member: { status: 403, retryable: false, title: 'You are not a member of this room' },
  not_acceptable: { status: 406, retryable: false, title: 'The route cannot answer in the requested type' },
  overloaded: { status: 503, retryable: true, title: 'The server has reached its limit' },
  payload_too_large: { status: 413, retryable: false, title: 'The request is too large' },
  push_failed: { status: 502, retryable: true, title: 'The push service did not take the message' },
  push_not_registered: { status: 404, retryable: false, title: 'No browser of this session takes pushes' },
  push_service_unknown: { status: 422, retryable: false, title: 'This server does not send to that push service' },
  rate: { status: 429, retryable: true, title: 'Too many requests: wait a moment' },
  request_timeout: { status: 408, retryable: true, title: 'The request did not arrive in time' },
  room_archived: { status: 409, retryable: false, title: 'The room is archived: it can only be read' },
  room_name_taken: { status: 409, retryable: false, title: 'There is a public room of this name' },
  room_not_found: { status: 404, retryable: false, title: 'There is no such room' },
  route_not_found: { status: 404, retryable: false, title: 'There is no such route' },
  shutting_down: { status: 503, retryable: true, title: 'The server is restarting' },
  too_many_reactions: { status: 409, retryable: false, title: 'The message has as many different reactions as it can have' },
  /** Said by a client to itself: no answer came, so it is not known whether the request had an effect. */
  unreachable: { status: 503, retryable: true, title: 'The server cannot be reached' },
  unsupported_media_type: { status: 415, retryable: false, title: 'Send application/json' },
  upgrade_required: { status: 426, retryable: false, title: 'Open a WebSocket here' },
  user_not_found: { status: 404, retryable: false, title: 'There is no such person' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

interface Details {
  detail?: string;
  retryAfterMs?: number;
  issues?: Issue[];
  cause?: unknown;
}

/** A refusal that both sides of the wire understand. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
  readonly status: number;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly issues: Issue[] | undefined;
  readonly detail: string | undefined;

  constructor(
    readonly code: ErrorCode,
    details: Details = {},
  ) {
    const kind = ERRORS[code];
    super(details.detail ?? kind.title, { cause: details.cause });
    this.status = kind.status;
    this.retryable = kind.retryable;
    this.detail = details.detail;
    this.retryAfterMs = details.retryAfterMs;
    this.issues = details.issues;
  }

  /** The error that a problem document describes; an unknown code is taken by its status. */
  static from(problem: Problem): ChatError {
    const code = Object.hasOwn(ERRORS, problem.code) ? (problem.code as ErrorCode) : problem.status >= 500 ? 'internal' : 'invalid';
    return new ChatError(code, { ...problem, detail: problem.detail ?? problem.title });
  }

  toProblem(requestId?: string): Problem {
    return {
      type: `urn:fourways:problem:${this.code}`,
      title: ERRORS[this.code].title,
      status: this.status,
      code: this.code,
      ...(this.detail && { detail: this.detail }),
      ...(requestId && { requestId }),
      ...(this.retryAfterMs !== undefined && { retryAfterMs: this.retryAfterMs }),
      ...(this.issues && { issues: this.issues }),
    };
  }
}
