import { type Ack, type Attachment, type AuditSum, type Command, type Cursor, type Gap, type HistoryPage, type Message, PATHS, type PeoplePage, type SearchPage, type Snapshot, TIMING, type Upload, type User } from '@fourways/chat-core';
import { type Answers, fetchAnswers } from './fetch-answers.js';
import type { Http, HttpRequest } from './http.js';
import type { Meter } from './meters.js';
import type { PeopleQuery, SearchQuery } from './queries.js';
import { queryString } from './query-string.js';
import { readOnce } from './read-once.js';
import { routeOf } from './route-of.js';
import type { Delivery } from './transport.js';
import { unreachable } from './unreachable.js';

interface Call {
  readonly meter?: Meter;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly cache?: RequestCache;
}

interface UploadCall extends Call {
  readonly progress?: (sentBytes: number) => void;
}

const GONE = 410;

/** The requests that are the same in every mode. Every method rejects with a ChatError; none retries. */
export class Api {
  constructor(private readonly http: Http) {}

  async signIn(name: string): Promise<User> {
    return this.ask({ method: 'POST', path: PATHS.session, body: { name } }, ({ User }) => User);
  }

  async signOut(): Promise<void> {
    await this.http.request({ method: 'DELETE', path: PATHS.session });
    this.http.jar.clear();
  }

  async snapshot(signal?: AbortSignal): Promise<Snapshot> {
    return this.ask({ path: PATHS.snapshot, ...(signal && { signal }) }, ({ Snapshot }) => Snapshot);
  }

  /** At most `limit` messages of a room with `roomSeq < before`, in the order of the timeline. */
  async history(roomId: string, before: number, limit: number): Promise<HistoryPage> {
    return this.page(roomId, { before, limit });
  }

  async page(roomId: string, place: Readonly<Record<string, number>>): Promise<HistoryPage> {
    return this.ask({ path: `${messagesPath(roomId)}?${queryString(place)}` }, ({ HistoryPage }) => HistoryPage);
  }

  async message(roomId: string, messageId: string): Promise<Message> {
    return this.ask({ path: `${messagesPath(roomId)}/${encodeURIComponent(messageId)}` }, ({ Message }) => Message);
  }

  async people({ q = '', roomId, after }: PeopleQuery): Promise<PeoplePage> {
    const path = roomId ? `${PATHS.rooms}/${encodeURIComponent(roomId)}/members` : PATHS.people;
    return this.ask({ path: `${path}?${queryString({ q, after })}` }, ({ PeoplePage }) => PeoplePage);
  }

  async search({ q, roomId, before }: SearchQuery): Promise<SearchPage> {
    return this.ask({ path: `${PATHS.search}?${queryString({ q, room: roomId, before })}` }, ({ SearchPage }) => SearchPage);
  }

  /** The same `uploadId` with the same bytes gets the same answer again (PROTOCOL O4). */
  async upload(roomId: string, { uploadId, name }: Upload, content: Blob, call: UploadCall = {}): Promise<Attachment> {
    const path = `${PATHS.rooms}/${encodeURIComponent(roomId)}/attachments?${queryString({ uploadId, name })}`;
    return this.ask({ method: 'POST', path, content, timeoutMs: TIMING.uploadMs, ...call }, ({ Attachment }) => Attachment);
  }

  /** What follows `cursor` in the log, now. */
  async read(cursor: Cursor, call: Call = {}): Promise<Delivery> {
    return (await readOnce(this.http, { cursor }, { path: PATHS.poll, ...call })).delivery;
  }

  /** Whose the session is. After a sleep nothing else may hold up its answer, so no schema is fetched for it. */
  async whose(call: Call): Promise<string> {
    const { body } = await this.http.request({ path: PATHS.me, ...call });
    const { id } = (body ?? {}) as Partial<User>;
    if (!id) throw unreachable('The answer names nobody');
    return id;
  }

  /** What the server says should have been delivered after `from`, up to `to`. */
  async audit(from: Cursor, to: Cursor): Promise<AuditSum | Gap> {
    const { status, body } = await this.http.request({ path: `${PATHS.audit}?${queryString({ from, to })}`, accept: [GONE] });
    const { AuditSum, Gap } = await fetchAnswers();
    return status === GONE ? Gap.parse((body as { gap?: unknown } | null)?.gap) : AuditSum.parse(body);
  }

  /** Null for `typing` and `alive`. */
  async command(command: Command, call: Call = {}): Promise<Ack | null> {
    const { body } = await this.http.request({ ...routeOf(command), ...call });
    return body === null ? null : (await fetchAnswers()).Ack.parse(body);
  }

  private async ask<T>(request: HttpRequest, schemaOf: (answers: Answers) => { parse(said: unknown): T }): Promise<T> {
    const { body } = await this.http.request(request);
    return schemaOf(await fetchAnswers()).parse(body);
  }
}

function messagesPath(roomId: string): string {
  return `${PATHS.rooms}/${encodeURIComponent(roomId)}/messages`;
}
