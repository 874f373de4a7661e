/** What readers were given, against what they should have been. */
export interface Verdict {
  readonly expected: number;
  readonly received: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** Messages that nobody is known to have said. */
  readonly unexpected: number;
}

const NOTHING: Verdict = { expected: 0, received: 0, lost: 0, doubled: 0, outOfOrder: 0, unexpected: 0 };

/** What one reader was given, in the order in which it came. */
export class Receipts {
  private readonly seqs: number[] = [];

  add(seq: number): void {
    this.seqs.push(seq);
  }

  get count(): number {
    return this.seqs.length;
  }

  /** A repeat counts as doubled wherever it stands; it is not out of order as well. */
  judge(expected: ReadonlySet<number>): Verdict {
    const seen = new Set<number>();
    let newest = 0;
    let outOfOrder = 0;
    for (const seq of this.seqs) {
      if (!seen.has(seq) && seq < newest) outOfOrder++;
      seen.add(seq);
      newest = Math.max(newest, seq);
    }
    const known = [...seen].filter((seq) => expected.has(seq)).length;
    return {
      expected: expected.size,
      received: this.count,
      lost: expected.size - known,
      doubled: this.count - seen.size,
      outOfOrder,
      unexpected: seen.size - known,
    };
  }
}

export function sumOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce(plus, NOTHING);
}

/** Every reader got every message once, in order. */
export function isExact({ expected, received, ...faults }: Verdict): boolean {
  return expected === received && Object.values(faults).every((count) => count === 0);
}

function plus(sum: Verdict, verdict: Verdict): Verdict {
  const names = Object.keys(NOTHING) as (keyof Verdict)[];
  return Object.fromEntries(names.map((name) => [name, sum[name] + verdict[name]])) as unknown as Verdict;
}
