/** Repeats the check until it passes; fails with its last error when it has not within the time. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 2_000): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
