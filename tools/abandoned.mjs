// npm runs scripts in a shell, and a shell that is told to end does not pass it on: a program learns of it by losing its parent.

const parent = process.ppid;

/** Calls back once when npm, which started this process, is gone. Without npm it never does. */
export function whenAbandoned(callback) {
  if (!process.env.npm_lifecycle_event) return { stop() {} };
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 200);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
