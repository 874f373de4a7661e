const CHARS = 200;

/** The body of a message that is said now: the moment, then padding. */
export function stampedBody(): string {
  return `${nowMicros()} `.padEnd(CHARS, 'x');
}

/** When it was said. */
export function saidAtMicros(body: string): number {
  return Number.parseInt(body, 10);
}

/** The clock that all processes of this machine share, in µs. */
export function nowMicros(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}
