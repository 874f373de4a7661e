/** How often it was asked to go to the message that the address names already. */
class Jumps {
  private count = 0;
  private readonly listeners = new Set<() => void>();

  readonly now = (): number => this.count;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  again(): void {
    this.count++;
    for (const listener of this.listeners) listener();
  }
}

export const jumps = new Jumps();
