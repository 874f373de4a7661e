import { ChatError, type ChatEvent, type Command, type Timeline, TIMING } from '@fourways/chat-core';

/** How far one has read by room, as long as the log does not say so. */
export type ReadAhead = ReadonlyMap<string, number>;

interface Ports {
  timeline(): Timeline | null;
  show(ahead: ReadAhead): void;
  run(command: Command): Promise<unknown>;
}

/**
 * Says how far one has read: at once to the own screen, to the server soon and once for all that was read meanwhile. What
 * cannot be said now is said when there is a connection; what the server refuses is taken back.
 */
export class ReadingNotice {
  private ahead: ReadAhead = new Map();
  /** By room, whether it was read quietly. */
  private readonly due = new Map<string, boolean>();
  private open = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: Ports) {}

  read(roomId: string, number: number, quiet: boolean): void {
    if (number <= Math.max(this.ports.timeline()?.rooms.get(roomId)?.read.number ?? Infinity, this.ahead.get(roomId) ?? 0)) return;
    this.set(new Map(this.ahead).set(roomId, number));
    this.due.set(roomId, quiet);
    this.soon();
  }

  /** Whether there is a connection. */
  setOpen(open: boolean): void {
    this.open = open;
    if (open && this.due.size > 0) this.soon();
    if (!open) this.halt();
  }

  /** The log has gone on by these events: what it says by now needs not be remembered here, nor what it has taken back. */
  settle(events: readonly Partial<Pick<ChatEvent, 'type' | 'roomId'>>[]): void {
    for (const { type, roomId } of events) if (type === 'read.reset' && !this.due.has(roomId!)) this.forget(roomId!);
    const rooms = this.ports.timeline()?.rooms;
    const left = [...this.ahead].filter(([roomId, number]) => number > (rooms?.get(roomId)?.read.number ?? 0));
    if (left.length < this.ahead.size) this.set(new Map(left));
  }

  /** What was read counts as unread again. */
  forget(roomId: string): void {
    this.due.delete(roomId);
    if (this.ahead.has(roomId)) this.set(new Map([...this.ahead].filter(([id]) => id !== roomId)));
  }

  /**
   * Something is to be read again, which `mark` says. What was read and is not told yet is told before, lest the server see
   * nothing to take back; if one of them is refused, it counts as read as before.
   */
  async unread<T>(roomId: string, mark: () => Promise<T>): Promise<T> {
    const number = this.ahead.get(roomId);
    const quiet = this.due.get(roomId);
    this.forget(roomId);
    try {
      if (number !== undefined && quiet !== undefined) await this.say(roomId, number, quiet);
      return await mark();
    } catch (error) {
      if (number !== undefined) this.putBack(roomId, number, quiet);
      throw error;
    }
  }

  /** Another person reads from now on. */
  clear(): void {
    this.halt();
    this.due.clear();
    this.set(new Map());
  }

  /** Tells now what is due. */
  async tell(): Promise<void> {
    this.halt();
    const due = [...this.due];
    this.due.clear();
    await Promise.all(due.map(([roomId, quiet]) => this.send(roomId, quiet)));
  }

  private soon(): void {
    if (this.open) this.timer ??= setTimeout(() => void this.tell(), TIMING.readNoticeMs);
  }

  private halt(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async send(roomId: string, quiet: boolean): Promise<void> {
    const number = this.ahead.get(roomId);
    if (number === undefined) return;
    await this.say(roomId, number, quiet).catch((error: unknown) => this.failed(roomId, quiet, error));
  }

  private say(roomId: string, number: number, quiet: boolean): Promise<unknown> {
    return this.ports.run({ name: 'room.read', data: { roomId, number, ...(quiet && { quiet }) } });
  }

  private putBack(roomId: string, number: number, quiet: boolean | undefined): void {
    this.set(new Map(this.ahead).set(roomId, Math.max(number, this.ahead.get(roomId) ?? 0)));
    this.settle([]);
    if (quiet === undefined || this.due.has(roomId)) return;
    this.due.set(roomId, quiet);
    this.soon();
  }

  private failed(roomId: string, quiet: boolean, error: unknown): void {
    if (!(error instanceof ChatError) || !error.retryable) return this.forget(roomId);
    if (!this.due.has(roomId)) this.due.set(roomId, quiet);
    this.soon();
  }

  private set(ahead: ReadAhead): void {
    this.ahead = ahead;
    this.ports.show(ahead);
  }
}
