import { ChatError, Tail, TIMING, type User, Viewers } from '@fourways/chat-core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionService } from '../session/session.service.js';
import { SignalRate } from '../session/signal-rate.js';
import { PresenceBoard } from './presence-board.js';

const BEACON_TTL_MS = TIMING.aliveBeaconMs * 2 + 10_000;

/** The rules of typing and presence, whatever way a sign of life came. */
@Injectable()
export class PresenceService implements OnModuleInit {
  constructor(
    private readonly board: PresenceBoard,
    private readonly viewers: Viewers,
    private readonly tail: Tail,
    private readonly sessions: SessionService,
    private readonly rate: SignalRate,
  ) {}

  onModuleInit(): void {
    this.sessions.onEnded(({ user }) => this.board.signOut(user.id));
    this.tail.onGrown((records) => {
      for (const { event } of records) {
        if (event.type === 'member.joined') this.board.roomJoined(event.data.user.id, event.roomId);
        if (event.type === 'member.left') this.board.roomLeft(event.data.userId, event.roomId);
      }
    });
  }

  async setTyping(user: User, roomId: string, typing: boolean): Promise<void> {
    await this.rate.take(user.id);
    const viewer = await this.viewers.enter(user.id);
    this.viewers.leave(user.id);
    if (!viewer.isIn(roomId)) throw new ChatError('not_a_member');
    this.board.setTyping(user, roomId, typing);
  }

  /** The alive beacon of a stream keeps its person here although the server cannot see whether anyone reads; any connection may say that she is idle. */
  async alive(user: User, connectionId: string, idle?: boolean): Promise<void> {
    await this.rate.take(user.id);
    this.board.touch(user.id, connectionId, BEACON_TTL_MS);
    if (idle !== undefined) this.board.setIdle(user.id, connectionId, idle);
  }
}
