import type { EncodedFrame } from '@fourways/chat-core';

/** One SSE message (WHATWG HTML, section 9.2.6). A cut stream loses it whole, since it counts only with its blank line. */
export function sseMessage(event: string, data: unknown, fields: { id?: string; retryMs?: number } = {}): string {
  const id = fields.id === undefined ? '' : `id: ${fields.id}\n`;
  const retry = fields.retryMs === undefined ? '' : `retry: ${Math.round(fields.retryMs)}\n`;
  return `event: ${event}\n${retry}${id}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** The bytes of a frame; made once for all streams that send it. */
export function sseFrame(frame: EncodedFrame): Buffer {
  return Buffer.from(sseMessage(frame.isHeartbeat ? 'hb' : 'frame', frame.json, { id: frame.next }));
}
