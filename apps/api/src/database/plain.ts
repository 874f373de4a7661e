/** Rows of a raw query with `bigint` columns as numbers: every number we store is a safe integer. */
export function plain<T>(rows: readonly object[]): T[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value])) as T);
}
