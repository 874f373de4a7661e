const LONG_MS = 10_000;

/** The entries that were sent and not answered: which may be stored by now, and which have gone so for 10 s. */
export class Doubts {
  private readonly clocks = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly lost = new Set<string>();

  constructor(private readonly long: (clientMsgId: string) => void) {}

  /** It is under way, for the first time or again. */
  sent(clientMsgId: string): void {
    if (!this.clocks.has(clientMsgId)) this.clocks.set(clientMsgId, setTimeout(() => this.long(clientMsgId), LONG_MS));
  }

  /** It may have been stored: its answer was lost, or its page was. */
  mayBeStored(clientMsgId: string): void {
    this.lost.add(clientMsgId);
  }

  has(clientMsgId: string): boolean {
    return this.lost.has(clientMsgId);
  }

  /** There is an answer, or the entry is gone. */
  settle(clientMsgId: string): void {
    clearTimeout(this.clocks.get(clientMsgId));
    this.clocks.delete(clientMsgId);
    this.lost.delete(clientMsgId);
  }

  /** Stops the clocks; what may be stored still may be. */
  stop(): void {
    for (const clock of this.clocks.values()) clearTimeout(clock);
    this.clocks.clear();
  }
}
