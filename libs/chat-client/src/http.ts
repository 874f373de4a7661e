import { ChatError, type ErrorCode, HEADERS, TIMING } from '@fourways/chat-core';
import type { CookieJar } from './cookie-jar.js';
import { fetchAnswers } from './fetch-answers.js';
import { fetchWithProgress } from './fetch-with-progress.js';
import { byteLength, type Meter } from './meters.js';
import { toChatError, unreachable } from './unreachable.js';
import { withDeadline } from './with-deadline.js';

export interface HttpRequest {
  readonly method?: string;
  /** Path and query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Sent as it is, in place of `body`. */
  readonly content?: Blob;
  /** How much of `content` has gone, where that can be known: in browsers. */
  readonly progress?: (sentBytes: number) => void;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** `no-store`: does not wait for another request of the same URL, as browsers make it do. */
  readonly cache?: RequestCache;
  readonly meter?: Meter | undefined;
  /** Statuses beyond 200–299 that are answers here, not errors. */
  readonly accept?: readonly number[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; null without a body. */
  readonly body: unknown;
}

type Init = RequestInit & { readonly method: string; readonly headers: Record<string, string>; readonly signal: AbortSignal };

const TIMEOUT_MS = TIMING.pollRequestMs;
const CODES: Record<number, ErrorCode> = { 401: 'no_session', 413: 'payload_too_large', 429: 'rate' };

/** JSON over `fetch`: timeouts, cookies in Node, and problem documents (RFC 9457) as ChatError. */
export class Http {
  constructor(
    readonly baseUrl: string,
    readonly jar: CookieJar,
    private readonly fetchWith: typeof fetch,
    /** Whose session it is, as far as is known. */
    private readonly userId: () => string | undefined = () => undefined,
  ) {}

  /**
   * Resolves with an answer of status 200–299 or one accepted. Rejects with the server's ChatError, or with
   * `unreachable` when no answer of the service came within `timeoutMs` (10 s).
   */
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const { timeoutMs = TIMEOUT_MS, signal, meter, accept = [] } = request;
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    meter?.add({ requests: 1, bytesOut: request.content?.size ?? (body ? byteLength(body) : 0) });
    try {
      return await withDeadline(timeoutMs, signal, async (deadline) => {
        const response = await this.send(this.baseUrl + request.path, init(request, body, deadline, this.userId()), request);
        const text = await response.text();
        meter?.add({ bytesIn: byteLength(text) });
        if (!response.ok && !accept.includes(response.status)) throw await refusal(response, text);
        return { status: response.status, headers: response.headers, body: text ? parse(text) : null };
      });
    } catch (error) {
      throw toChatError(error);
    }
  }

  private send(url: string, options: Init, { content, progress }: HttpRequest): Promise<Response> {
    if (!content || !progress || typeof XMLHttpRequest === 'undefined') return this.fetch(url, options);
    return fetchWithProgress(url, { ...options, body: content, progress });
  }

  /** `fetch` with the cookies of the jar. */
  readonly fetch = async (url: string | URL, options: RequestInit): Promise<Response> => {
    const cookie = this.jar.header;
    const headers = cookie ? { ...(options.headers as Record<string, string>), Cookie: cookie } : options.headers;
    const response = await this.fetchWith(url, { ...options, ...(headers && { headers }) });
    this.jar.take(response.headers);
    return response;
  };
}

function init({ method = 'GET', headers, content, cache }: HttpRequest, json: string | undefined, signal: AbortSignal, userId: string | undefined): Init {
  const body = content ?? json;
  const type = body !== undefined && { 'Content-Type': content ? 'application/octet-stream' : 'application/json' };
  const user = userId !== undefined && { [HEADERS.user]: userId };
  return { method, signal, credentials: 'same-origin', headers: { Accept: 'application/json', ...type, ...user, ...headers }, ...(body !== undefined && { body }), ...(cache && { cache }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreachable('The answer is not JSON', error);
  }
}

/** An error answer that is not ours comes from something on the way, so it says nothing about the request. */
async function refusal(response: Response, text: string): Promise<ChatError> {
  const retryAfterMs = retryAfter(response.headers);
  const ours = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = ours ? (await fetchAnswers()).Problem.safeParse(parse(text)).data : undefined;
  if (problem) return ChatError.from({ ...(retryAfterMs !== undefined && { retryAfterMs }), ...problem });
  return new ChatError(CODES[response.status] ?? 'unreachable', {
    detail: `The answer was ${response.status}`,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
