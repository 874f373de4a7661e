import { type Ack, ChatError, type ChatEvent, type EditMessage, type PostMessage, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { ack } from '../log/ack.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import { hashOf, type MessageRow, type Posted, type WorkingSet } from '../log/working-set.js';
import { PostingRate } from './posting-rate.js';
import { visibleRoom } from './rooms.service.js';

/** Who may say and change what: the rules, whatever way a command came. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: PostingRate,
  ) {}

  /** Posts once, however often it is asked to with the same `clientMsgId` (PROTOCOL W3). */
  async post(author: User, roomId: string, { clientMsgId, body }: PostMessage): Promise<Ack> {
    await this.rate.take(author.id);
    const outcome = await this.ledger.commit({
      needs: {
        rooms: [roomId],
        memberships: [{ roomId, userId: author.id }],
        posted: { authorId: author.id, clientMsgId },
      },
      decide: (state) => {
        const posted = state.posted(author.id, clientMsgId);
        if (posted) return repeat(posted, roomId, body);
        assertMember(state, roomId, author.id);
        const mark = stamp(author.id);
        const data = { messageId: mark.id, author, body };
        return { events: [inRoom({ ...mark, type: 'message.posted', roomId, clientMsgId, data })] };
      },
    });
    return ack(outcome);
  }

  async edit(author: User, roomId: string, messageId: string, { body }: EditMessage): Promise<Ack> {
    await this.rate.take(author.id);
    const outcome = await this.ledger.commit({
      needs: needsOf(author, roomId, messageId),
      decide: (state) => {
        const message = ownMessage(state, author, roomId, messageId);
        if (message.removed) throw new ChatError('message_removed');
        if (message.body === body) return { events: [] };
        return { events: [inRoom({ ...stamp(author.id), type: 'message.edited', roomId, data: { messageId, body } })] };
      },
    });
    return ack(outcome);
  }

  /** Leaves a tombstone. Removing it again changes nothing. */
  async remove(author: User, roomId: string, messageId: string): Promise<Ack> {
    const outcome = await this.ledger.commit({
      needs: needsOf(author, roomId, messageId),
      decide: (state) => {
        const message = ownMessage(state, author, roomId, messageId);
        if (message.removed) return { events: [] };
        return { events: [inRoom({ ...stamp(author.id), type: 'message.removed', roomId, data: { messageId } })] };
      },
    });
    return ack(outcome);
  }
}

function needsOf(author: User, roomId: string, messageId: string) {
  return { rooms: [roomId], memberships: [{ roomId, userId: author.id }], messages: [messageId] };
}

/** The first answer; its body is the one given, since their hashes agree (the message may have been edited since). */
function repeat({ record, bodyHash }: Posted, roomId: string, body: string): Decision {
  const { audience, event } = record;
  if (event.roomId !== roomId || bodyHash !== hashOf(body)) throw new ChatError('idempotency_mismatch');
  return { events: [], earlier: { audience, event: { ...event, data: { ...event.data, body } } as ChatEvent } };
}

function assertMember(state: WorkingSet, roomId: string, userId: string): void {
  visibleRoom(state, roomId, userId);
  if (!state.stay(roomId, userId)) throw new ChatError('not_a_member');
}

function ownMessage(state: WorkingSet, author: User, roomId: string, messageId: string): MessageRow {
  assertMember(state, roomId, author.id);
  const message = state.messages.get(messageId);
  if (message?.roomId !== roomId) throw new ChatError('message_not_found');
  if (message.authorId !== author.id) throw new ChatError('forbidden', { detail: 'Only its author may change a message' });
  return message;
}

