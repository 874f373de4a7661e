import { TIMING } from '@fourways/chat-core';

/** Tells the others that I type: at most once per 3 s and room however often it is called, and at once when I stop. */
export class TypingNotice {
  private readonly toldAt = new Map<string, number>();

  constructor(private readonly send: (roomId: string, typing: boolean) => void) {}

  set(roomId: string, typing: boolean): void {
    const told = this.toldAt.get(roomId);
    if (!typing) {
      if (this.toldAt.delete(roomId)) this.send(roomId, false);
      return;
    }
    if (told !== undefined && performance.now() - told < TIMING.typingRepeatMs) return;
    this.toldAt.set(roomId, performance.now());
    this.send(roomId, true);
  }

  /** The message was sent, which tells it all: the next key press is news again. */
  posted(roomId: string): void {
    this.toldAt.delete(roomId);
  }
}
