import { type ChatEvent, ChatError, type Cursor, HEADERS, parseCursor, PATHS, type PostMessage, type User } from '@fourways/chat-core';
import { snapshotAt } from './connection-world.js';
import { cursorAt, EPOCH, ME, posted } from './scripted-transport.js';

/** As much of a server as one poller needs, behind `fetch`: a session, one room, an array for a log. */
export class TinyServer {
  readonly log: ChatEvent[] = [];
  readonly requests: string[] = [];
  /** While set, every request fails with it. */
  failure: Error | null = null;
  /** Whose the session is; null when it has ended. */
  person: User | null = ME;
  /** While set, the log can be read from no cursor. */
  expired = false;
  epoch = EPOCH;
  uploads = 0;
  /** The files that it has by now. */
  readonly files = new Set<string>();

  constructor(private since = 0) {}

  /** Goes on with another log, in which as many events have happened. */
  restore(epoch: string, since: number): void {
    this.epoch = epoch;
    this.since = since;
    this.log.length = 0;
  }

  readonly fetch = (async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input);
    const { method = 'GET', body } = init;
    const cookie = (init.headers as Record<string, string>)['Cookie'];
    this.requests.push(`${method} ${url.pathname}`);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    if (method === 'POST' && url.pathname === PATHS.session) return this.signIn();
    if (!this.person || !cookie?.includes('fourways_session=secret')) return refuse(new ChatError('no_session'));
    const { [HEADERS.user]: user } = init.headers as Record<string, string>;
    if (user !== undefined && user !== this.person.id) return refuse(new ChatError('no_session'));
    if (url.pathname === PATHS.me) return Response.json(this.person);
    if (url.pathname === PATHS.snapshot) return Response.json({ ...snapshotAt(this.since + this.log.length, this.epoch), me: this.person });
    if (url.pathname === PATHS.poll) return this.poll(url.searchParams.get('cursor') as Cursor);
    if (url.pathname.endsWith('/attachments')) return this.upload(url.searchParams.get('name')!);
    if (method === 'POST' && url.pathname.endsWith('/messages')) return this.post(JSON.parse(body as string) as PostMessage);
    return new Response(null, { status: 204 });
  }) as typeof fetch;

  private get cursor(): Cursor {
    return cursorAt(this.since + this.log.length, this.epoch);
  }

  private signIn(): Response {
    return Response.json(ME, { status: 201, headers: { 'Set-Cookie': 'fourways_session=secret; Path=/; HttpOnly' } });
  }

  private poll(cursor: Cursor): Response {
    if (this.expired) return Response.json({ gap: { reason: 'expired', head: this.cursor } }, { status: 410 });
    const { seq } = parseCursor(cursor);
    const events = this.log.filter((event) => event.seq > seq);
    const next = this.cursor;
    return Response.json({ v: 1, prev: cursor, next, upToDate: true, events }, { headers: { [HEADERS.cursor]: next } });
  }

  private upload(name: string): Response {
    const attachmentId = `018f0000-0000-7000-8000-00000000f00${++this.uploads}`;
    this.files.add(attachmentId);
    return Response.json({ attachmentId, name, mediaType: 'application/octet-stream', sizeBytes: 5 }, { status: 201 });
  }

  private post({ clientMsgId, body, attachments = [] }: PostMessage): Response {
    if (!attachments.every(({ attachmentId }) => this.files.has(attachmentId))) return refuse(new ChatError('attachment_not_found'));
    if (body === 'forbidden') return refuse(new ChatError('not_a_member'));
    const known = this.log.find((event) => event.clientMsgId === clientMsgId);
    const event = known ?? { ...posted(this.since + this.log.length + 1, body), clientMsgId, ts: Date.now() };
    if (!known) this.log.push(event as ChatEvent);
    return Response.json({ event, cursor: cursorAt(event.seq, this.epoch), ...(known && { duplicate: true }) }, { status: known ? 200 : 201 });
  }
}

function refuse(error: ChatError): Response {
  return new Response(JSON.stringify(error.toProblem()), { status: error.status, headers: { 'Content-Type': 'application/problem+json' } });
}
