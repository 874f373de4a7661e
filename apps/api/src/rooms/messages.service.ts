import { type Ack, ChatError, type ChatEvent, type EditMessage, type PostMessage, type ReplyTo, type User } from '@fourways/chat-core';
import { Injectable } from '@nestjs/common';
import { ack } from '../log/ack.js';
import { contentHash } from '../log/content-hash.js';
import type { Decision } from '../log/decision.js';
import { inRoom, stamp } from '../log/event-draft.js';
import { Ledger } from '../log/ledger.js';
import type { MessageRow } from '../log/rows.js';
import type { Posted, WorkingSet } from '../log/working-set.js';
import { attachedFiles } from './attached-files.js';
import { mentionNeeds, mentionsOf } from './mentions.js';
import { liveMessage, messageIn } from './message-access.js';
import { PostingRate } from './posting-rate.js';
import { accessNeeds, openRoom, ownRoom } from './room-access.js';

/** Who may say and change what: the rules, whatever way a command came. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rate: PostingRate,
  ) {}

  /** Posts once, however often it is asked to with the same `clientMsgId` (PROTOCOL W3). */
  async post(author: User, roomId: string, message: PostMessage): Promise<Ack> {
    const { clientMsgId, body, replyTo, mentions, attachments } = message;
    await this.rate.take(author.id);
    const called = mentionNeeds(roomId, mentions);
    const access = accessNeeds(roomId, author.id);
    const outcome = await this.ledger.commit({
      needs: {
        ...access,
        memberships: [...access.memberships, ...called.memberships],
        posted: { authorId: author.id, clientMsgId },
        users: called.users,
        messages: replyTo ? [replyTo] : [],
        attachments: attachments?.map(({ attachmentId }) => attachmentId) ?? [],
      },
      decide: (state) => {
        const posted = state.posted(author.id, clientMsgId);
        if (posted) return repeat(posted, roomId, message);
        const room = openRoom(state, roomId, author.id);
        const answered = replyTo && answerTo(state, roomId, replyTo);
        const calls = mentionsOf(state, roomId, body, mentions);
        const files = attachedFiles(state, roomId, author.id, attachments);
        const mark = stamp(author.id);
        const more = { ...(answered && { replyTo: answered }), ...(calls && { mentions: calls }), ...(files && { attachments: files }) };
        const data = { messageId: mark.id, number: room.messageCount + 1, author, body, ...more };
        return { events: [inRoom({ ...mark, type: 'message.posted', roomId, clientMsgId, data })] };
      },
    });
    return ack(outcome);
  }

  /** Only over what the editor had before her: an edit made elsewhere meanwhile is not overwritten. */
  async edit(author: User, roomId: string, messageId: string, { body, mentions, updatedSeq }: EditMessage): Promise<Ack> {
    await this.rate.take(author.id);
    const called = mentionNeeds(roomId, mentions);
    const needs = needsOf(author, roomId, messageId);
    const outcome = await this.ledger.commit({
      needs: { ...needs, memberships: [...needs.memberships, ...called.memberships], users: called.users },
      decide: (state) => {
        openRoom(state, roomId, author.id);
        const message = ownMessage(state, author, roomId, messageId);
        liveMessage(state, roomId, messageId);
        if (body.trim() === '' && message.attachments === null) throw new ChatError('invalid', { issues: [{ path: 'body', message: 'must not be empty' }] });
        if (message.body === body) return { events: [] };
        if (updatedSeq !== undefined && updatedSeq !== message.updatedSeq) throw new ChatError('edit_conflict');
        const calls = mentionsOf(state, roomId, body, mentions);
        const data = { messageId, body, ...(calls && { mentions: calls }) };
        return { events: [inRoom({ ...stamp(author.id), type: 'message.edited', roomId, data })] };
      },
    });
    return ack(outcome);
  }

  /** Leaves a tombstone, also in an archived room. Removing it again changes nothing. */
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
  return { ...accessNeeds(roomId, author.id), messages: [messageId] };
}

/** The first answer; its body is the one given, since their hashes agree (the message may have been edited since). */
function repeat({ record, bodyHash }: Posted, roomId: string, { body, replyTo, attachments }: PostMessage): Decision {
  const { audience, event } = record;
  const hash = contentHash({ body, attachments, replyTo: replyTo ? { messageId: replyTo } : undefined });
  if (event.roomId !== roomId || bodyHash !== hash) throw new ChatError('idempotency_mismatch');
  return { events: [], earlier: { audience, event: { ...event, data: { ...event.data, body } } as ChatEvent } };
}

function answerTo(state: WorkingSet, roomId: string, messageId: string): ReplyTo {
  const { roomSeq, authorId } = liveMessage(state, roomId, messageId);
  return { messageId, roomSeq, author: state.users.get(authorId)! };
}

function ownMessage(state: WorkingSet, author: User, roomId: string, messageId: string): MessageRow {
  ownRoom(state, roomId, author.id);
  const message = messageIn(state, roomId, messageId);
  if (message.authorId !== author.id) throw new ChatError('forbidden', { detail: 'Only its author may change a message' });
  return message;
}
