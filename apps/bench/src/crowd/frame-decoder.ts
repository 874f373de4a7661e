import type { Frame } from '@fourways/chat-core';

/** Parses frames. Readers with the same news are sent the same text, so that what was parsed last is kept. */
export class FrameDecoder {
  private text = '';
  private frame: Frame | undefined;

  decode(text: string): Frame {
    if (this.frame && text === this.text) return this.frame;
    this.frame = JSON.parse(text) as Frame;
    this.text = text;
    return this.frame;
  }
}
