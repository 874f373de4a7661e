const MASKED = 0x80;

/** A WebSocket frame as a client sends it, or nearly (RFC 6455, section 5.2). */
export interface WireFrame {
  readonly opcode: number;
  readonly payload: Uint8Array;
  readonly final: boolean;
  readonly reserved: number;
  readonly masked: boolean;
  /** What it says that its length is, when that is not true. */
  readonly claims?: number | undefined;
}

export const TEXT = 1;
export const CLOSE = 8;

export function textFrame(text: string): WireFrame {
  return { opcode: TEXT, payload: Buffer.from(text), final: true, reserved: 0, masked: true };
}

/** A masking key of zeros leaves the payload as it is. */
export function bytesOfFrame({ opcode, payload, final, reserved, masked, claims = payload.length }: WireFrame): Buffer {
  const head = [(final ? 0x80 : 0) | (reserved << 4) | opcode, ...lengthBytes(claims, masked ? MASKED : 0)];
  return Buffer.concat([Buffer.from(head), Buffer.alloc(masked ? 4 : 0), payload]);
}

function lengthBytes(length: number, mask: number): number[] {
  if (length < 126) return [mask | length];
  if (length < 0x10000) return [mask | 126, length >> 8, length & 0xff];
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(length));
  return [mask | 127, ...long];
}

/** The texts in what a server has sent, and whether it has said that it closes. */
export function heardIn(bytes: Buffer): { texts: string[]; closing: boolean } {
  const texts: string[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const opcode = bytes[at]! & 0xf;
    const { length, from } = lengthAt(bytes, at + 1);
    if (opcode === CLOSE) return { texts, closing: true };
    if (from + length > bytes.length) break;
    if (opcode === TEXT) texts.push(bytes.toString('utf8', from, from + length));
    at = from + length;
  }
  return { texts, closing: false };
}

function lengthAt(bytes: Buffer, at: number): { length: number; from: number } {
  const short = bytes[at]! & 0x7f;
  if (short < 126) return { length: short, from: at + 1 };
  if (short === 126) return { length: at + 3 <= bytes.length ? bytes.readUInt16BE(at + 1) : Infinity, from: at + 3 };
  return { length: at + 9 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 1)) : Infinity, from: at + 9 };
}
