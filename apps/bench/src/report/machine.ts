import { cpus, loadavg } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly platform: string;
  /** Over the last minute: before and after the run. */
  readonly load: readonly [before: number, after: number];
}

/** Looks at the machine before the run; what it returns looks again after it. */
export function machine(): () => Machine {
  const before = loadavg()[0]!;
  const [first] = cpus();
  const facts = { cores: cpus().length, processor: first?.model ?? 'unknown', node: process.version, platform: process.platform };
  return () => ({ ...facts, load: [before, loadavg()[0]!] });
}
