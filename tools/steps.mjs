// Shows a run as a list of steps, one line each: what is being done, what came of it, how many seconds it took.

/** A step that ended badly, with what the command said. */
export class StepFailure extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does `work`, whose answer is the remark at the end of the line. `still`: the line appears only then. */
export async function step(title, work, { still = !process.stdout.isTTY } = {}) {
  const since = performance.now();
  const head = `  ${title.padEnd(12)}`;
  const clock = ticking(head, since, still);
  try {
    const remark = await work();
    clock.stop(`${head} ${remark.padEnd(28)} ${seconds(since)}`);
  } catch (error) {
    clock.stop(`${head} failed ${''.padEnd(21)} ${seconds(since)}`);
    throw error;
  }
}

/** On a terminal the seconds run while one waits; elsewhere there is only the line at the end. */
function ticking(head, since, still) {
  const show = () => process.stdout.write(`\r${head} … ${seconds(since)}`);
  const timer = still ? undefined : setInterval(show, 1000);
  if (!still) show();
  return {
    stop(line) {
      clearInterval(timer);
      process.stdout.write(`${still ? '' : '\r\x1b[K'}${line}\n`);
    },
  };
}

/** Ends the process after a failure that has been understood: a sentence, no stack trace. */
export function giveUp(error) {
  if (!(error instanceof StepFailure)) throw error;
  if (error.output) console.error(`\n${error.output.trimEnd()}\n`);
  console.error(error.message);
  process.exit(1);
}

/** The command must end well. */
export function mustSucceed({ code, output, timedOut }, message) {
  if (timedOut) throw new StepFailure(`${message} It took too long.`, output);
  if (code !== 0) throw new StepFailure(message, output);
}
