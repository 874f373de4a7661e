import { bye, type Cursor, type Frame, HEADERS } from '@fourways/chat-core';
import { fetchAnswers } from './fetch-answers.js';
import type { Http, HttpRequest } from './http.js';
import { queryString } from './query-string.js';
import type { Delivery } from './transport.js';

export interface Reading {
  readonly delivery: Delivery;
  readonly etag: string | null;
}

type Query = { readonly cursor: Cursor } & Parameters<typeof queryString>[0];

const NO_CONTENT = 204;
const NOT_MODIFIED = 304;
const GAP = 410;

/** One GET of the log from a cursor: the step that poll, long-poll and catching up are made of. */
export async function readOnce(http: Http, query: Query, request: HttpRequest): Promise<Reading> {
  const asked = http.request({ ...request, path: `${request.path}?${queryString(query)}`, accept: [NOT_MODIFIED, GAP] });
  const [answer, { Cursor, decodeFrame, Gap }] = await Promise.all([asked, fetchAnswers()]);
  const etag = answer.headers.get('etag');
  if (answer.status === NOT_MODIFIED) {
    const next = Cursor.safeParse(answer.headers.get(HEADERS.cursor)).data ?? query.cursor;
    return { delivery: nothingNew(query.cursor, next, answer.headers), etag };
  }
  if (answer.status === GAP) return { delivery: { kind: 'gap', gap: Gap.parse((answer.body as { gap?: unknown } | null)?.gap) }, etag };
  if (answer.status === NO_CONTENT) return { delivery: { kind: 'bye', bye: bye(4109) }, etag };
  return { delivery: { kind: 'frame', frame: decodeFrame(answer.body) }, etag };
}

/** The frame that an answer without a body stands for. */
function nothingNew(prev: Cursor, next: Cursor, headers: Headers): Delivery {
  const frame: Frame = { v: 1, prev, next, upToDate: headers.get(HEADERS.upToDate) !== 'false', events: [] };
  return { kind: 'frame', frame };
}
