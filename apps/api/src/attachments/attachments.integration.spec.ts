import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ack, type Attachment, LIMITS, type Message, PATHS } from '@fourways/chat-core';
import { eventually } from '@fourways/chat-core/testing';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { filesOf, Guest, messagesOf } from '../../test/guest.js';
import { startServer, type TestServer } from '../../test/server.js';
import { LOBBY } from '../session/lobby.js';
import { UploadSweep } from './upload-sweep.js';

jest.setTimeout(60_000);

const MAX = 200_000;
const DAY_MS = 24 * 3_600_000;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

let server: TestServer;
let ada: Guest;
let bob: Guest;
let eve: Guest;

beforeAll(async () => {
  server = await startServer({ MESSAGES_PER_SECOND: '1000', ATTACHMENT_MAX_BYTES: String(MAX), ATTACHMENT_QUOTA_BYTES: String(3 * MAX) });
  [ada, bob, eve] = await Promise.all([Guest.signIn(server.url, 'Ada'), Guest.signIn(server.url, 'Bob'), Guest.signIn(server.url, 'Eve')]);
});
afterAll(() => server.stop());

const stored = () => readdir(join(server.dataDir, 'attachments'));
async function bytesOnDisk(id: string): Promise<number> {
  const names = (await stored()).filter((name) => name.startsWith(id));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(server.dataDir, 'attachments', name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
const fileOf = (id: string, room: string = LOBBY.id) => `${filesOf(room)}/${id}`;
const read = (guest: Guest, path: string) => fetch(`${server.url}${path}`, { headers: { Cookie: guest.cookie } });
const show = (guest: Guest, files: object[], { body = '', clientMsgId = v7(), room = LOBBY.id as string } = {}) =>
  guest.post<Ack & { code?: string }>(messagesOf(room), { clientMsgId, body, attachments: files });
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'SECRET-PLACE' } })
    .jpeg()
    .withMetadata({ orientation: 6 });

describe('uploading', () => {
  it('[O3] keeps a file as it is, under an id of its own', async () => {
    const { status, body } = await ada.upload('заметки.txt', 'hello');
    expect({ status, body }).toEqual({ status: 201, body: { attachmentId: expect.any(String), name: 'заметки.txt', mediaType: 'application/octet-stream', sizeBytes: 5 } });
    expect(await stored()).toContain(body.attachmentId);
  });

  it('[O4] is done once, however often and however many at once', async () => {
    const uploadId = v7();
    const answers = await Promise.all([1, 2, 3].map(() => ada.upload('once.txt', 'once', { uploadId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.attachmentId)).size).toBe(1);
    for (const [name, content] of [['once.txt', 'other'], ['other.txt', 'once']] as const) {
      expect(await ada.upload(name, content, { uploadId })).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
    }
  });

  it('[O3] [X1] is refused where it may not be, and leaves nothing behind', async () => {
    const [secret, open, old] = [await bob.createRoom('secret files', 'private'), await bob.createRoom('open files'), await ada.createRoom('old files')];
    await ada.request('PATCH', `${PATHS.rooms}/${old}`, { body: { archived: true } });
    const before = await stored();
    expect(await ada.upload('a', 'a', { room: secret })).toMatchObject({ status: 404, body: { code: 'room_not_found' } });
    expect(await ada.upload('a', 'a', { room: open })).toMatchObject({ status: 403, body: { code: 'not_a_member' } });
    expect(await ada.upload('a', 'a', { room: old })).toMatchObject({ status: 409, body: { code: 'room_archived' } });
    for (const bytes of [MAX + 1, 20 * MAX]) expect(await ada.upload('a', Buffer.alloc(bytes))).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
    expect(await ada.upload('a', '')).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await ada.upload(' ', 'a')).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await ada.upload('a', 'a', { uploadId: '1' })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await stored()).toEqual(before);
  });

  it('[O3] [X1] raw bytes are for this route only', async () => {
    const answer = await ada.request('POST', messagesOf(LOBBY.id), { body: {}, headers: { 'Content-Type': 'application/octet-stream' } });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  it('[O3] says before what is too much', async () => {
    expect((await ada.snapshot()).hello.fileBytes).toBe(MAX);
  });

  it('[O3] may take longer than another request while something of it comes', async () => {
    const path = `${filesOf(LOBBY.id)}?${new URLSearchParams({ uploadId: v7(), name: 'slow' }).toString()}`;
    const headers = { Cookie: ada.cookie, 'Content-Type': 'application/octet-stream', 'Content-Length': 20 };
    const upload = httpRequest(`${server.url}${path}`, { method: 'POST', headers });
    const answer = once(upload, 'response') as Promise<[IncomingMessage]>;
    for (let n = 0; n < 20; n++) {
      upload.write('x');
      await delay(1_000);
    }
    expect((await answer)[0].statusCode).toBe(201);
  });

  it('[O3] [X1] of which nothing more comes is ended, and leaves nothing behind', async () => {
    const before = await stored();
    const path = `${filesOf(LOBBY.id)}?${new URLSearchParams({ uploadId: v7(), name: 'stuck' }).toString()}`;
    const upload = httpRequest(`${server.url}${path}`, { method: 'POST', headers: { Cookie: ada.cookie, 'Content-Type': 'application/octet-stream', 'Content-Length': 20 } });
    upload.on('error', () => {}).write('x');
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(408);
    await eventually(async () => expect(await stored()).toEqual(before));
  });

  it('[O3] that is broken off leaves nothing behind', async () => {
    const before = await stored();
    const path = `${filesOf(LOBBY.id)}?${new URLSearchParams({ uploadId: v7(), name: 'half' }).toString()}`;
    const upload = httpRequest(`${server.url}${path}`, { method: 'POST', headers: { Cookie: ada.cookie, 'Content-Type': 'application/octet-stream', 'Content-Length': 1_000 } });
    upload.on('error', () => {}).write('x'.repeat(500));
    await eventually(async () => expect((await stored()).length).toBe(before.length + 1));
    upload.destroy();
    await eventually(async () => expect(await stored()).toEqual(before));
  });

  it('[O3] [X1] has an end for each person: in bytes, and in number', async () => {
    const carol = await Guest.signIn(server.url, 'Carol');
    for (let n = 0; n < 3; n++) expect((await carol.upload(`${n}`, Buffer.alloc(MAX))).status).toBe(201);
    expect(await carol.upload('more', 'x')).toMatchObject({ status: 409, body: { code: 'attachment_quota' } });
    for (let n = 4; n < LIMITS.uploadsPerMinute; n++) await carol.upload('more', 'x');
    expect(await carol.upload('more', 'x')).toMatchObject({ status: 429, body: { code: 'rate' } });
  });

  it('[O3] counts all that is on disk of a picture, until it is removed', async () => {
    const dan = await Guest.signIn(server.url, 'Dan');
    const { attachmentId } = (await dan.upload('photo.jpg', await photo().toBuffer())).body;
    const { event } = (await show(dan, [{ attachmentId }])).body;
    const used = await bytesOnDisk(attachmentId);
    const more = async (bytes: number) => (await dan.upload('more', Buffer.alloc(bytes))).status;
    expect([await more(MAX), await more(MAX)]).toEqual([201, 201]);
    expect([await more(MAX - used + 1), await more(MAX - used), await more(1)]).toEqual([409, 201, 409]);
    await dan.request('DELETE', `${messagesOf(LOBBY.id)}/${event!.id}`);
    expect([await more(used + 1), await more(used), await more(1)]).toEqual([409, 201, 409]);
  });
});

describe('a picture', () => {
  it('[O5] is drawn anew: upright, and without what it said beside its pixels', async () => {
    const original = await photo().toBuffer();
    expect(original.includes('SECRET-PLACE')).toBe(true);
    const { body } = await ada.upload('photo.jpg', original);
    expect(body).toMatchObject({ mediaType: 'image/jpeg', width: 40, height: 60 });
    const served = Buffer.from(await (await read(ada, fileOf(body.attachmentId))).arrayBuffer());
    expect(served.includes('SECRET-PLACE')).toBe(false);
    const { exif, orientation, width } = await sharp(served).metadata();
    expect({ exif, orientation, width }).toEqual({ exif: undefined, orientation: undefined, width: 40 });
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('[O5] [O6] of the kind %s is told by its bytes, and has a preview', async (kind) => {
    const drawn = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } }).toFormat(kind).toBuffer();
    const { body } = await ada.upload('no ending', drawn);
    expect(body).toMatchObject({ mediaType: `image/${kind}`, width: 30, height: 20 });
    const preview = await read(ada, `${fileOf(body.attachmentId)}/preview`);
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  it('[O5] [X1] that is damaged or of too many pixels is refused', async () => {
    const broken = (await photo().toBuffer()).subarray(0, 300);
    const bomb = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: 'black' } }).toColourspace('b-w').png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(MAX);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(100)]);
    expect(await ada.upload('IMG_1.HEIC', heic)).toMatchObject({ status: 422, body: { code: 'image_unreadable' } });
    for (const content of [broken, Buffer.from('no picture'), bomb]) {
      expect(await ada.upload('photo.png', content)).toMatchObject({ status: 422, body: { code: 'image_unreadable' } });
    }
  });
});

describe('reading', () => {
  it('[O6] gives what is no picture as a download that cannot run, an SVG above all', async () => {
    for (const name of ['drawing.svg', 'page.html', "it's (1).png.svg"]) {
      const { body } = await ada.upload(name, SVG);
      const { headers } = await read(ada, fileOf(body.attachmentId));
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect((await read(ada, `${fileOf(body.attachmentId)}/preview`)).status).toBe(404);
    }
  });

  it('[O7] is for its author until a message shows it, and for the members from then on', async () => {
    const room = await ada.createRoom('with files');
    await bob.join(room);
    const { attachmentId } = (await ada.upload('plan.txt', 'plan', { room })).body;
    const statuses = async () => Promise.all([ada, bob, eve].map(async (guest) => (await read(guest, fileOf(attachmentId, room))).status));
    expect(await statuses()).toEqual([200, 404, 403]);
    expect((await show(ada, [{ attachmentId }], { room })).status).toBe(201);
    expect(await statuses()).toEqual([200, 200, 403]);
    expect((await read(ada, fileOf(attachmentId))).status).toBe(404);
    await bob.leave(room);
    expect(await statuses()).toEqual([200, 403, 403]);
  });
});

describe('a message with files', () => {
  const told = async (id: string) => (await bob.get<Message>(`${messagesOf(LOBBY.id)}/${id}`)).body;

  it('[O7] [W3] shows them to everyone, may have no words, and is posted once', async () => {
    const { body: file } = await ada.upload('photo.jpg', await photo().toBuffer());
    const [files, clientMsgId] = [[{ attachmentId: file.attachmentId, alt: 'teal' }], v7()];
    const { cursor } = await bob.snapshot();
    const { status, body } = await show(ada, files, { clientMsgId });
    const expected: Attachment[] = [{ ...file, alt: 'teal' }];
    expect({ status, event: body.event }).toMatchObject({ status: 201, event: { data: { body: '', attachments: expected } } });
    expect((await bob.readOn(cursor)).flatMap(({ events }) => events)).toContainEqual(body.event);
    expect((await told(body.event!.id)).attachments).toEqual(expected);
    expect((await show(ada, files, { clientMsgId })).status).toBe(200);
    expect(await show(ada, [], { clientMsgId, body: 'x' })).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
  });

  it('[O7] [X1] takes only its author’s own, of this room, once, and not too many', async () => {
    const { attachmentId } = (await ada.upload('mine', 'mine')).body;
    const room = await ada.createRoom('another place for files');
    expect(await show(bob, [{ attachmentId }])).toMatchObject({ status: 404, body: { code: 'attachment_not_found' } });
    expect(await show(ada, [{ attachmentId }], { room })).toMatchObject({ status: 404, body: { code: 'attachment_not_found' } });
    expect(await show(ada, [{ attachmentId: v7() }])).toMatchObject({ status: 404, body: { code: 'attachment_not_found' } });
    expect(await show(ada, [{ attachmentId }, { attachmentId }])).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await show(ada, Array.from({ length: LIMITS.attachments + 1 }, () => ({ attachmentId: v7() })))).toMatchObject({ status: 422 });
    expect(await show(ada, [])).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const statuses = (await Promise.all([show(ada, [{ attachmentId }]), show(ada, [{ attachmentId }])])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
    expect(await show(ada, [{ attachmentId }])).toMatchObject({ status: 409, body: { code: 'attachment_used' } });
  });

  it('[O7] [W6] may lose its words, as long as it has files', async () => {
    const { attachmentId } = (await ada.upload('a.txt', 'x')).body;
    const withFile = (await ada.post(messagesOf(LOBBY.id), { clientMsgId: v7(), body: 'look', attachments: [{ attachmentId }] })).body.event!.id;
    const alone = (await ada.saying('only words')).id;
    const edit = (messageId: string) => ada.request<Ack>('PATCH', `${messagesOf(LOBBY.id)}/${messageId}`, { body: { body: '' } });
    expect(await edit(withFile)).toMatchObject({ status: 200, body: { event: { data: { body: '' } } } });
    expect(await edit(alone)).toMatchObject({ status: 422, body: { code: 'invalid', issues: [{ path: 'body' }] } });
  });

  it('[O7] takes its files with it when it is removed', async () => {
    const { attachmentId } = (await ada.upload('gone.jpg', await photo().toBuffer())).body;
    const { event } = (await show(ada, [{ attachmentId }], { body: 'gone' })).body;
    await ada.request('DELETE', `${messagesOf(LOBBY.id)}/${event!.id}`);
    expect((await read(ada, fileOf(attachmentId))).status).toBe(404);
    expect((await told(event!.id)).attachments).toBeUndefined();
    await server.app.get(UploadSweep).sweep();
    expect((await stored()).filter((name) => name.startsWith(attachmentId))).toEqual([]);
  });
});

it('[O3] what a server that died had begun is deleted at the next start', async () => {
  const { attachmentId } = (await eve.upload('known', 'x')).body;
  const left = [v7(), `${v7()}.part`, `${v7()}.preview`];
  const fresh = `${v7()}.part`;
  const pathOf = (name: string) => join(server.dataDir, 'attachments', name);
  for (const name of [...left, fresh]) await writeFile(pathOf(name), 'x');
  const longAgo = new Date(Date.now() - DAY_MS);
  for (const name of [...left, attachmentId]) await utimes(pathOf(name), longAgo, longAgo);
  await server.app.get(UploadSweep).removeStrangers();
  const names = await stored();
  expect(names).toEqual(expect.arrayContaining([attachmentId, fresh]));
  for (const name of left) expect(names).not.toContain(name);
});

it('[O7] what somebody has uploaded and not sent is deleted after her session has ended, and nothing else', async () => {
  const gone = await Guest.signIn(server.url, 'Gone');
  const [unsent, sent] = [(await gone.upload('unsent', 'x')).body.attachmentId, (await gone.upload('sent', 'x')).body.attachmentId];
  await show(gone, [{ attachmentId: sent }]);
  const others = (await eve.upload('unsent', 'x')).body.attachmentId;
  await gone.request('DELETE', PATHS.session);
  await server.app.get(UploadSweep).sweep();
  expect(await stored()).toEqual(expect.arrayContaining([sent, others]));
  expect(await stored()).not.toContain(unsent);
});

it('[O7] what no message has shown for a day is deleted, and nothing else', async () => {
  const [unused, used] = [(await eve.upload('unused', 'x')).body.attachmentId, (await eve.upload('used', 'x')).body.attachmentId];
  await show(eve, [{ attachmentId: used }]);
  const sweep = server.app.get(UploadSweep);
  await sweep.sweep();
  expect(await stored()).toEqual(expect.arrayContaining([unused, used]));
  await sweep.sweep(Date.now() + DAY_MS + 1_000);
  expect(await stored()).not.toContain(unused);
  expect((await read(eve, fileOf(used))).status).toBe(200);
});
