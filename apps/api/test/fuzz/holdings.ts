/** As the process tells it. */
interface Counts {
  readonly sockets: number;
  readonly silentSockets: number;
  readonly timers: number;
  readonly listeners: number;
  readonly memoryBytes: number;
}

/** What a server's process holds, after a garbage collection. */
export class Holdings {
  readonly sockets: number;
  /** Those on which nothing has come: a client may open one in advance. */
  readonly silentSockets: number;
  /** Those that keep the process alive. */
  readonly timers: number;
  readonly listeners: number;
  /** JavaScript's heap and its buffers. */
  readonly memoryBytes: number;

  constructor(counts: Counts) {
    ({ sockets: this.sockets, silentSockets: this.silentSockets, timers: this.timers, listeners: this.listeners, memoryBytes: this.memoryBytes } = counts);
  }

  growthSince(before: Holdings): string {
    const mib = ({ memoryBytes }: Holdings) => (memoryBytes / 1024 / 1024).toFixed(1);
    const counts = (['sockets', 'timers', 'listeners'] as const).map((name) => `${name} ${before[name]} → ${this[name]}`);
    return [...counts, `memory ${mib(before)} → ${mib(this)} MiB`].join(', ');
  }
}
