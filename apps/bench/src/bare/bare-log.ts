import { randomUUID } from 'node:crypto';
import { type Cursor, formatCursor, parseCursor } from '@fourways/chat-core';
import { stampedBody } from '../stamped-body.js';

const EPOCH = 'bare0000';
const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

export const BARE_START = formatCursor(EPOCH, 0);
export const BARE_ROOM = randomUUID();

/** Events in memory, encoded once, in the form and size that Fourways gives them. */
export class BareLog {
  private readonly events: Buffer[] = [];
  private readonly author = { id: randomUUID(), name: 'Writer 0' };

  get head(): Cursor {
    return formatCursor(EPOCH, this.events.length);
  }

  /** Returns the `seq` of what it has said. */
  say(): number {
    const seq = this.events.length + 1;
    const ids = { id: randomUUID(), ts: Date.now(), actor: this.author.id };
    const data = { messageId: ids.id, author: this.author, body: stampedBody() };
    const event = { ...ids, type: 'message.posted', roomId: BARE_ROOM, clientMsgId: randomUUID(), data, seq, roomSeq: seq };
    this.events.push(Buffer.from(JSON.stringify(event)));
    return seq;
  }

  /** Everything after the cursor, as one frame. */
  frameAfter(cursor: Cursor): Buffer {
    const start = Buffer.from(`{"v":1,"prev":"${cursor}","next":"${this.head}","upToDate":true,"events":[`);
    const events = this.events.slice(parseCursor(cursor).seq).flatMap((event, i) => (i === 0 ? [event] : [COMMA, event]));
    return Buffer.concat([start, ...events, END]);
  }
}
