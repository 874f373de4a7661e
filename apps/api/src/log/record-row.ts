import type { Audience, ChatEvent, LogRecord } from '@fourways/chat-core';

/** A row of the table Event. */
export interface RecordRow {
  seq: number;
  id: string;
  type: string;
  audience: string;
  roomId: string | null;
  roomSeq: number | null;
  actorId: string;
  ts: number;
  clientMsgId: string | null;
  payload: string;
}

export function toRow({ audience, event }: LogRecord): RecordRow {
  return {
    ...{ seq: event.seq, id: event.id, type: event.type, audience, roomId: event.roomId },
    roomSeq: ('roomSeq' in event && event.roomSeq) || null,
    ...{ actorId: event.actor, ts: event.ts, clientMsgId: event.clientMsgId ?? null, payload: JSON.stringify(event.data) },
  };
}

export function fromRow(row: RecordRow): LogRecord {
  const event = {
    ...{ id: row.id, seq: row.seq, type: row.type, ts: row.ts, actor: row.actorId },
    ...(row.roomId !== null && { roomId: row.roomId }),
    ...(row.roomSeq !== null && { roomSeq: row.roomSeq }),
    ...(row.clientMsgId !== null && { clientMsgId: row.clientMsgId }),
    data: JSON.parse(row.payload),
  };
  return { audience: row.audience as Audience, event: event as ChatEvent };
}
