declare const process: { env: Record<string, string | undefined> };

/** Options of a property: `SEED=… npm run test:unit` repeats the failure that fast-check has printed a seed for. */
export function seeded(numRuns = 200): { numRuns: number; seed?: number } {
  const seed = process.env['SEED'];
  return { numRuns, ...(seed && { seed: Number(seed) }) };
}
