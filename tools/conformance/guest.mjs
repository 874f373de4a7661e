import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PATHS, Snapshot } from '@fourways/chat-core';
import { shaped } from './shape.mjs';

const messagesOf = (room) => `${PATHS.rooms}/${room}/messages`;

/** A person with a session, who speaks HTTP. */
export class Guest {
  static async signIn(url, name, signal) {
    const visitor = new Guest({ url, cookie: '', signal });
    const { status, headers, body } = await visitor.request('POST', PATHS.session, { body: { name } });
    if (status !== 201) throw new Error(`signing in was answered with ${status}`);
    return new Guest({ url, signal, user: body, cookie: headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' });
  }

  constructor({ url, cookie, user, signal }) {
    Object.assign(this, { url, cookie, user, signal });
  }

  within(signal) {
    return new Guest({ ...this, signal });
  }

  /** The same place without a session. */
  get stranger() {
    return new Guest({ ...this, cookie: '', user: undefined });
  }

  fetch(path, { headers, ...options } = {}) {
    return fetch(`${this.url}${path}`, { signal: this.signal, ...options, headers: { ...(this.cookie && { Cookie: this.cookie }), ...headers } });
  }

  /** One answer, read to its end. A string is sent as it is, anything else as JSON. */
  async request(method, path, { body, headers } = {}) {
    const json = body !== undefined && { 'Content-Type': 'application/json' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await this.fetch(path, { method, headers: { ...json, ...headers }, body: text });
    const answer = { status: response.status, headers: response.headers, body: parsed(await response.text()) };
    if (answer.status !== 429) return answer;
    await pause(answer.body.retryAfterMs ?? 1_000);
    return this.request(method, path, { body, headers });
  }

  get(path, headers) {
    return this.request('GET', path, { headers });
  }

  async snapshot() {
    return shaped(Snapshot, (await this.get(PATHS.snapshot)).body, 'the snapshot');
  }

  /** The answer to posting. */
  post(room, body, clientMsgId = randomUUID()) {
    return this.request('POST', messagesOf(room), { body: { clientMsgId, body } });
  }

  /** The event that a text has become. */
  async say(room, text) {
    const { status, body } = await this.post(room, text);
    if (status !== 201 || body.event?.type !== 'message.posted') throw new Error(`posting was answered with ${status} ${JSON.stringify(body)}`);
    return body.event;
  }

  edit({ roomId, data }, body) {
    return this.request('PATCH', `${messagesOf(roomId)}/${data.messageId}`, { body: { body } });
  }

  remove({ roomId, data }) {
    return this.request('DELETE', `${messagesOf(roomId)}/${data.messageId}`);
  }

  history(room, query = '') {
    return this.get(`${messagesOf(room)}${query}`);
  }

  typing(room, typing) {
    return this.request('POST', `${PATHS.rooms}/${room}/typing`, { body: { typing } });
  }

  async createRoom(name) {
    const { status, body } = await this.request('POST', PATHS.rooms, { body: { name: name.slice(0, 40), kind: 'private' } });
    if (status !== 201) throw new Error(`creating a room was answered with ${status}`);
    return body.event.roomId;
  }

  async add(room, { user }) {
    const { status } = await this.request('POST', `${PATHS.rooms}/${room}/members`, { body: { userId: user.id } });
    if (status !== 200) throw new Error(`adding a member was answered with ${status}`);
  }

  /** A new guest is in the rooms that the server puts everyone into. */
  async leaveAll() {
    const { body } = await this.get(PATHS.rooms);
    for (const { room, joined } of body) if (joined) await this.request('POST', `${PATHS.rooms}/${room.id}/leave`);
  }

  signOut() {
    return this.request('DELETE', PATHS.session);
  }
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return text;
  }
}
