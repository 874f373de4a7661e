import { type Ack, ChatError, LIMITS, type React, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import type { ReactionRow } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';
import { liveMessage } from './message-access.js';
import { PostingRate } from './posting-rate.js';
import { accessNeeds, openRoom } from './room-access.js';

/** Who has reacted to what: the rules, whatever way a command came. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: PostingRate,
  ) {}

  /** Each person has each emoji once on a message. The event carries all who have it, so the newest one decides. */
  async react(user: User, roomId: string, messageId: string, { emoji, on }: React): Promise<Ack> {
    await this.rate.take(user.id);
    const outcome = await this.ledger.commit({
      needs: { ...accessNeeds(roomId, user.id), messages: [messageId], reactions: [messageId] },
      decide: (state) => {
        openRoom(state, roomId, user.id);
        liveMessage(state, roomId, messageId);
        return reacted(state, user, { roomId, messageId, emoji }, on);
      },
    });
    return ack(outcome);
  }
}

function reacted(state: WorkingSet, user: User, { roomId, messageId, emoji }: { roomId: string; messageId: string; emoji: string }, on: boolean): Decision {
  const row = state.reaction(messageId, emoji);
  const before = row ? (JSON.parse(row.users) as User[]) : [];
  if (before.some(({ id }) => id === user.id) === on) return { events: [] };
  if (on && before.length === 0) assertFits(state.reactionsTo(messageId), row);
  const users = on ? [...before, user] : before.filter(({ id }) => id !== user.id);
  const mark = stamp(user.id);
  const data = { messageId, emoji, users, sinceTs: row?.sinceTs ?? mark.ts };
  return { events: [inRoom({ ...mark, type: 'message.reacted', roomId, data })] };
}

/** What nobody has left is kept for a while, and everybody has to carry it. */
function assertFits(rows: readonly ReactionRow[], known: ReactionRow | undefined): void {
  const shown = rows.filter(({ users }) => users !== '[]').length;
  if (shown >= LIMITS.reactions || (!known && rows.length >= LIMITS.reactionsEver)) throw new ChatError('too_many_reactions');
}
