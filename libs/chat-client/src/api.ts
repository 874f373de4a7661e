import { Ack, Attachment, AuditSum, type Command, type Cursor, Gap, HistoryPage, Message, PATHS, PeoplePage, SearchPage, Snapshot, TIMING, type Upload, User } from '@fourways/chat-core';
import type { Http } from './http.js';
import type { Meter } from './meters.js';
import type { PeopleQuery, SearchQuery } from './queries.js';
import { queryString } from './query-string.js';
import { readOnce } from './read-once.js';
import { routeOf } from './route-of.js';
import type { Delivery } from './transport.js';

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
    return User.parse((await this.http.request({ method: 'POST', path: PATHS.session, body: { name } })).body);
  }

  async signOut(): Promise<void> {
    await this.http.request({ method: 'DELETE', path: PATHS.session });
    this.http.jar.clear();
  }

  async snapshot(signal?: AbortSignal): Promise<Snapshot> {
    return Snapshot.parse((await this.http.request({ path: PATHS.snapshot, ...(signal && { signal }) })).body);
  }

  /** At most `limit` messages of a room with `roomSeq < before`, in the order of the timeline. */
  async history(roomId: string, before: number, limit: number): Promise<HistoryPage> {
    return this.page(roomId, { before, limit });
  }

  async page(roomId: string, place: Readonly<Record<string, number>>): Promise<HistoryPage> {
    return HistoryPage.parse((await this.http.request({ path: `${messagesPath(roomId)}?${queryString(place)}` })).body);
  }

  async message(roomId: string, messageId: string): Promise<Message> {
    return Message.parse((await this.http.request({ path: `${messagesPath(roomId)}/${encodeURIComponent(messageId)}` })).body);
  }

  async people({ q = '', roomId, after }: PeopleQuery): Promise<PeoplePage> {
    const path = roomId ? `${PATHS.rooms}/${encodeURIComponent(roomId)}/members` : PATHS.people;
    return PeoplePage.parse((await this.http.request({ path: `${path}?${queryString({ q, after })}` })).body);
  }

  async search({ q, roomId, before }: SearchQuery): Promise<SearchPage> {
    return SearchPage.parse((await this.http.request({ path: `${PATHS.search}?${queryString({ q, room: roomId, before })}` })).body);
  }

  /** The same `uploadId` with the same bytes gets the same answer again (PROTOCOL O4). */
  async upload(roomId: string, { uploadId, name }: Upload, content: Blob, call: UploadCall = {}): Promise<Attachment> {
    const path = `${PATHS.rooms}/${encodeURIComponent(roomId)}/attachments?${queryString({ uploadId, name })}`;
    return Attachment.parse((await this.http.request({ method: 'POST', path, content, timeoutMs: TIMING.uploadMs, ...call })).body);
  }

  /** What follows `cursor` in the log, now. */
  async read(cursor: Cursor, call: Call = {}): Promise<Delivery> {
    return (await readOnce(this.http, { cursor }, { path: PATHS.poll, ...call })).delivery;
  }

  /** Asks for next to nothing. */
  async ping(call: Call): Promise<void> {
    await this.http.request({ method: 'HEAD', path: PATHS.me, ...call });
  }

  /** What the server says should have been delivered after `from`, up to `to`. */
  async audit(from: Cursor, to: Cursor): Promise<AuditSum | Gap> {
    const { status, body } = await this.http.request({ path: `${PATHS.audit}?${queryString({ from, to })}`, accept: [GONE] });
    return status === GONE ? Gap.parse((body as { gap?: unknown } | null)?.gap) : AuditSum.parse(body);
  }

  /** Null for `typing` and `alive`. */
  async command(command: Command, call: Call = {}): Promise<Ack | null> {
    const { body } = await this.http.request({ ...routeOf(command), ...call });
    return body === null ? null : Ack.parse(body);
  }
}

function messagesPath(roomId: string): string {
  return `${PATHS.rooms}/${encodeURIComponent(roomId)}/messages`;
}
