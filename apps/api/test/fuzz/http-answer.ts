import { ERRORS, Gap, Problem } from '@fourways/chat-core';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The answers in what a connection has brought, one after the other; throws where it is not HTTP. */
export function answersIn(received: string, methods: readonly string[] = []): HttpAnswer[] {
  const answers: HttpAnswer[] = [];
  for (let rest = received; rest.length > 0; ) {
    const end = rest.indexOf('\r\n\r\n');
    const [statusLine, ...lines] = rest.slice(0, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine!)?.[1]);
    if (end < 0 || Number.isNaN(status)) throw new Error(`This is no answer: ${JSON.stringify(rest.slice(0, 200))}`);
    const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
    // what could not be read has no id, and was not known to be a HEAD
    const toHead = methods[answers.length] === 'HEAD' && headers.has('x-request-id');
    const bodiless = status < 200 || status === 204 || status === 304 || toHead;
    const { body, after } = bodiless ? { body: '', after: rest.slice(end + 4) } : bodyIn(rest.slice(end + 4), headers);
    if (status >= 200) answers.push({ status, headers, body });
    rest = after;
  }
  return answers;
}

function bodyIn(text: string, headers: ReadonlyMap<string, string>): { body: string; after: string } {
  const length = headers.get('content-length');
  if (length !== undefined) return { body: text.slice(0, Number(length)), after: text.slice(Number(length)) };
  return headers.get('transfer-encoding') === 'chunked' ? chunksIn(text) : { body: text, after: '' };
}

function chunksIn(text: string): { body: string; after: string } {
  let body = '';
  for (let rest = text; ; ) {
    const end = rest.indexOf('\r\n');
    const size = parseInt(rest.slice(0, end), 16);
    if (!(size > 0)) return { body, after: end < 0 ? '' : rest.slice(end + 4) };
    body += rest.slice(end + 2, end + 2 + size);
    rest = rest.slice(end + 4 + size);
  }
}

/** What is wrong with an answer, whatever was asked (PROTOCOL X1); nothing if nothing is. */
export function complaintOf({ status, headers, body }: HttpAnswer, method?: string): string | undefined {
  if (status >= 500) return `answered with ${status}: ${body}`;
  if (status < 400) return undefined;
  if (status === 410 && isGap(body, method)) return undefined;
  if (headers.get('content-type') !== 'application/problem+json; charset=utf-8') return `${status} is no problem but ${headers.get('content-type')}: ${body}`;
  return method === 'HEAD' ? undefined : problemComplaint(parsed(body), status);
}

function isGap(body: string, method: string | undefined): boolean {
  return method === 'HEAD' || Gap.safeParse((parsed(body) as { gap?: unknown } | null)?.gap).success;
}

/** The same for a problem, wherever it was said. */
export function problemComplaint(given: unknown, status?: number): string | undefined {
  const problem = Problem.safeParse(given).data;
  if (!problem || !Object.hasOwn(ERRORS, problem.code)) return `is no problem of ours: ${JSON.stringify(given)}`;
  if (problem.status >= 500 || problem.status !== (status ?? problem.status)) return `is a problem of status ${problem.status}: ${problem.code}`;
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'latin1').toString());
  } catch {
    return null;
  }
}
