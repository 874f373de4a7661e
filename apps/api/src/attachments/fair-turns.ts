/** One job after another, in turns among those who ask: who has many of them waits for who has one. */
export class FairTurns {
  /** Those who wait, next first, each with her jobs in order. */
  private readonly lines = new Map<string, (() => Promise<void>)[]>();
  private running = false;

  take<T>(who: string, job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const line = this.lines.get(who) ?? [];
      line.push(() => job().then(resolve, reject));
      this.lines.set(who, line);
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let next = this.next(); next; next = this.next()) await next();
    this.running = false;
  }

  private next(): (() => Promise<void>) | undefined {
    const [first] = this.lines;
    if (!first) return undefined;
    const [who, [job, ...rest]] = first;
    this.lines.delete(who);
    if (rest.length > 0) this.lines.set(who, rest);
    return job;
  }
}
