import { describe, expect, it } from '@jest/globals';
import { EncodedFrame, Frame } from '@fourways/chat-core';
import { sseFrame, sseMessage } from './sse-message.js';

describe('an SSE message', () => {
  it('[M3] is event, retry, id and one line of data, and counts only with its blank line', () => {
    expect(sseMessage('hello', { a: 1 }, { id: 'x.1', retryMs: 2_999.6 })).toBe('event: hello\nretry: 3000\nid: x.1\ndata: {"a":1}\n\n');
    expect(sseMessage('bye', 'text')).toBe('event: bye\ndata: text\n\n');
    expect(sseMessage('gap', {}, { id: '' })).toBe('event: gap\nid: \ndata: {}\n\n');
  });

  it('[M3] stays one message whatever line ends its texts hold', () => {
    const message = sseMessage('frame', { body: 'one\ntwo\rthree\r\nfour\u2028five\n\ndata: forged\n\n' });
    expect(message.split(/\r\n|\n|\r/)).toHaveLength(4);
    expect(message).toMatch(/^event: frame\ndata: [^\r\n]*\n\n$/);
  });

  it('[M3] [R5] a frame carries its cursor as id and its own JSON; a heartbeat is named so', () => {
    const parts = { epoch: 'memory00', prev: 1, next: 2, upToDate: true, records: [] };
    const frame = new EncodedFrame(parts);
    const [, data] = /^event: frame\nid: memory00\.00000000002\ndata: (.*)\n\n$/.exec(sseFrame(frame).toString())!;
    expect(data).toBe(frame.json);
    expect(Frame.parse(JSON.parse(data!))).toMatchObject({ next: frame.next, upToDate: true });
    expect(sseFrame(new EncodedFrame({ ...parts, heartbeatTs: 5 })).toString()).toMatch(/^event: hb\nid: memory00\.00000000002\n/);
    expect(frame.as(sseFrame)).toBe(frame.as(sseFrame));
  });
});
