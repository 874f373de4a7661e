const TURN_MS = 5;

/** Calls `task` `count` times, as evenly over the time as timers allow; resolves after the last call. */
export function evenly(count: number, perSecond: number, task: () => void): Promise<void> {
  const sinceMs = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - sinceMs) * perSecond) / 1_000));
      for (; done < due; done++) task();
      if (done < count) return;
      clearInterval(timer);
      resolve();
    }, TURN_MS);
  });
}
