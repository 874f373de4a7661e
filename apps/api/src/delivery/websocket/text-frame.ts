import type { EncodedFrame } from '@fourways/chat-core';

/** First byte of a final text frame: FIN and opcode 1. */
const FINAL_TEXT = 0x81;

/** An unmasked WebSocket text frame (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([header(payload.length), payload]);
}

/** A frame as the Socket.IO event `frame`, ready for the wire; made once for all sockets that send it. */
export function websocketFrame(frame: EncodedFrame): { packet: string; bytes: Buffer } {
  const packet = `2["frame",${frame.json}]`;
  return { packet, bytes: textFrame(`4${packet}`) };
}

function header(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  if (length < 0x10000) return Buffer.from([FINAL_TEXT, 126, length >> 8, length & 0xff]);
  const long = Buffer.alloc(10);
  long[0] = FINAL_TEXT;
  long[1] = 127;
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
