import { type Command, type Timeline, TIMING } from '@fourways/chat-core';

/** How far one has read by room, as long as the log does not say so. */
export type ReadAhead = ReadonlyMap<string, number>;

interface Ports {
  timeline(): Timeline | null;
  show(ahead: ReadAhead): void;
  run(command: Command): Promise<unknown>;
}

/** Says how far one has read: at once to the own screen, to the server soon and once for all that was read meanwhile. */
export class ReadingNotice {
  private ahead: ReadAhead = new Map();
  private readonly due = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: Ports) {}

  read(roomId: string, number: number, quiet: boolean): void {
    if (number <= Math.max(this.ports.timeline()?.rooms.get(roomId)?.read.number ?? Infinity, this.ahead.get(roomId) ?? 0)) return;
    this.set(new Map(this.ahead).set(roomId, number));
    this.due.set(roomId, quiet);
    this.timer ??= setTimeout(() => void this.tell(), TIMING.readNoticeMs);
  }

  /** The log has gone on: what it says by now needs not be remembered here. */
  settle(): void {
    const { rooms } = this.ports.timeline() ?? { rooms: new Map() };
    const left = [...this.ahead].filter(([roomId, number]) => number > (rooms.get(roomId)?.read.number ?? 0));
    if (left.length < this.ahead.size) this.set(new Map(left));
  }

  /** What was read counts as unread again. */
  forget(roomId: string): void {
    this.due.delete(roomId);
    if (this.ahead.has(roomId)) this.set(new Map([...this.ahead].filter(([id]) => id !== roomId)));
  }

  /** Tells now what is due; what the server refuses is taken back. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.due];
    this.due.clear();
    await Promise.all(due.map(([roomId, quiet]) => this.send(roomId, quiet)));
  }

  private async send(roomId: string, quiet: boolean): Promise<void> {
    const number = this.ahead.get(roomId);
    if (number === undefined) return;
    await this.ports.run({ name: 'room.read', data: { roomId, number, ...(quiet && { quiet }) } }).catch(() => this.forget(roomId));
  }

  private set(ahead: ReadAhead): void {
    this.ahead = ahead;
    this.ports.show(ahead);
  }
}
