/** The prime is 2^40 + 0x1b3: halves of 32 bits can be multiplied by each part without leaving the exact integers. */
const PRIME_LOW = 0x1b3;
const HALF = 2 ** 32;

/**
 * The hash FNV-1a of 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv), fed piece by piece: the same in every browser
 * and in Node, at once, without BigInt. It finds mistakes; it is no protection against someone who wants a collision.
 */
export class Fnv1a {
  private high = 0xcbf29ce4;
  private low = 0x84222325;

  /** Takes one byte per character: the text must be ASCII. */
  add(text: string): void {
    for (let i = 0; i < text.length; i++) this.take(text.charCodeAt(i));
  }

  /** Of all that was added so far, as 16 hexadecimal digits. */
  get hex(): string {
    return [this.high, this.low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }

  private take(byte: number): void {
    const mixed = (this.low ^ byte) >>> 0;
    const product = mixed * PRIME_LOW;
    this.high = (this.high * PRIME_LOW + Math.floor(product / HALF) + ((mixed << 8) >>> 0)) >>> 0;
    this.low = product >>> 0;
  }
}
