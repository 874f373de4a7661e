import { Injectable } from '@nestjs/common';
import { type Attachment, type ChatEvent, messageText } from '@fourways/chat-core';
import { Database } from '../database/database.js';
import { plain } from '../database/plain.js';
import type { Prisma } from '../generated/prisma/client.js';
import { roomWord, termsOf } from './words.js';

interface Text {
  readonly seq: number;
  readonly roomId: string;
  readonly body: string;
  /** JSON. */
  readonly attachments: string | null;
}

/** The words of all messages, as of a place in the log. The place and what it is the place of change together. */
@Injectable()
export class WordIndex {
  constructor(private readonly database: Database) {}

  async position(): Promise<number> {
    const row = await this.database.reader.searchPosition.findUnique({ where: { id: 1 } });
    return row?.seq ?? 0;
  }

  /** Takes in what happened to texts, and stands at `position` then. */
  async apply(events: readonly ChatEvent[], position: number): Promise<void> {
    await this.database.writer.$transaction(async (tx) => {
      const changed = events.flatMap((event) => (event.type === 'message.edited' || event.type === 'message.removed' ? [event.data.messageId] : []));
      const posted = events.flatMap((event) => (event.type === 'message.posted' ? [event.data.messageId] : []));
      await index(tx, await textsOf(tx, [...new Set([...posted, ...changed])]));
      await moveTo(tx, position);
    });
  }

  /** Takes in the stored messages after one, oldest first; resolves with the last, or null when there were none. */
  async rebuild(after: number, limit: number): Promise<number | null> {
    return this.database.writer.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<object[]>`SELECT "seq", "roomId", "body", "attachments" FROM "Message" WHERE "seq" > ${after} ORDER BY "seq" LIMIT ${limit}`;
      await index(tx, plain<Text>(rows));
      return plain<Text>(rows).at(-1)?.seq ?? null;
    });
  }

  async standAt(position: number): Promise<void> {
    await this.database.writer.$transaction((tx) => moveTo(tx, position));
  }
}

/** As they are now, which may be later than the event that named them: a removed one has no text. */
async function textsOf(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<Text[]> {
  const rows = await tx.$queryRaw<object[]>`SELECT "seq", "roomId", "body", "attachments" FROM "Message" WHERE "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)}))`;
  return plain<Text>(rows);
}

async function index(tx: Prisma.TransactionClient, texts: readonly Text[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = JSON.stringify(texts.map((text) => ({ seq: text.seq, room: roomWord(text.roomId), terms: termsOf(written(text)) })));
  await tx.$executeRaw`DELETE FROM "MessageSearch" WHERE rowid IN (SELECT "value" ->> 'seq' FROM json_each(${rows}))`;
  await tx.$executeRaw`
    INSERT INTO "MessageSearch" (rowid, "room", "terms")
    SELECT "value" ->> 'seq', "value" ->> 'room', "value" ->> 'terms' FROM json_each(${rows}) WHERE "value" ->> 'terms' <> ''`;
}

function written({ body, attachments }: Text): string {
  return messageText({ body, ...(attachments && { attachments: JSON.parse(attachments) as Attachment[] }) });
}

async function moveTo(tx: Prisma.TransactionClient, seq: number): Promise<void> {
  await tx.$executeRaw`INSERT INTO "SearchPosition" ("id", "seq") VALUES (1, ${seq}) ON CONFLICT ("id") DO UPDATE SET "seq" = excluded."seq"`;
}
