/** Which values a preference may have. What was stored by another version, or by hand, may be anything. */
export interface Rule<T> {
  readonly fallback: T;
  readonly allows: (value: unknown) => boolean;
}

/** One of these values; the first is the fallback. */
export function oneOf<const T>(...values: readonly [T, ...T[]]): Rule<T> {
  return { fallback: values[0], allows: (value) => (values as readonly unknown[]).includes(value) };
}

export function matching(pattern: RegExp, fallback: string): Rule<string> {
  return { fallback, allows: (value) => typeof value === 'string' && pattern.test(value) };
}
