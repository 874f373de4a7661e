import { createHash, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import { ChatError, SESSION_COOKIE, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Ledger } from '../log/ledger.js';
import { joinLobby, LOBBY } from './lobby.js';
import type { Session } from './session.js';
import { SessionRepository } from './session.repository.js';

const REMEMBERED = 10_000;

/** Guests and their sessions. The cookie's token is known to the browser only; we keep its hash. */
@Injectable()
export class SessionService {
  /** Sessions seen lately, so that a poll need not ask the database who it is; null for one that has ended. */
  private readonly known = new Map<string, Session | null>();
  private readonly endings: ((session: Session) => void)[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly sessions: SessionRepository,
  ) {}

  /** Makes a guest who is in the lobby, and a session for her; returns the token for the cookie. */
  async signIn(name: string): Promise<{ token: string; user: User }> {
    const token = randomBytes(32).toString('base64url');
    const user = { id: v7(), name };
    const session = { user, sessionId: idOf(token), ts: Date.now() };
    await this.ledger.commit({
      needs: { rooms: [LOBBY.id] },
      decide: (state) => ({ events: [joinLobby(user, state)], session }),
    });
    return { token, user };
  }

  async signOut(session: Session): Promise<void> {
    await this.end([session]);
  }

  /** Ends sessions that began before, as if they had been signed out. */
  async endBefore(ts: number): Promise<void> {
    const old = await this.sessions.startedBefore(ts);
    if (old.length > 0) await this.end(old);
  }

  /** Calls back with each session that has ended. */
  onEnded(listener: (session: Session) => void): void {
    this.endings.push(listener);
  }

  /** Whether the session has ended, while whoever carries it was on the way. */
  hasEnded(session: Session): boolean {
    return this.known.get(session.id) === null;
  }

  /** The session that a request's Cookie header names, or null. */
  async find(cookieHeader: string | undefined): Promise<Session | null> {
    const token = cookieHeader && parseCookie(cookieHeader)[SESSION_COOKIE];
    if (!token) return null;
    const id = idOf(token);
    const known = this.known.get(id);
    const session = known === undefined ? await this.sessions.find(id) : known;
    if (this.known.get(id) === null) return null;
    if (session) this.remember(id, session);
    return session;
  }

  /** Like `find`, but refuses who has none; or another one than she thinks, since the tabs of a browser share a cookie. */
  async require(cookieHeader: string | undefined, userId?: unknown): Promise<Session> {
    const session = await this.find(cookieHeader);
    if (!session || (userId !== undefined && userId !== session.user.id)) throw new ChatError('no_session');
    return session;
  }

  private async end(sessions: readonly Session[]): Promise<void> {
    await this.sessions.remove(sessions.map(({ id }) => id));
    for (const session of sessions) {
      this.remember(session.id, null);
      for (const ended of this.endings) ended(session);
    }
  }

  private remember(id: string, session: Session | null): void {
    this.known.delete(id);
    this.known.set(id, session);
    if (this.known.size <= REMEMBERED) return;
    const oldest = this.known.keys().next().value;
    if (oldest) this.known.delete(oldest);
  }
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
