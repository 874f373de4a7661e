// Shows a run as a list of steps, one line each: what is being done, what came of it, how many seconds it took.

/** A step that ended badly, with what the command said. */
export class StepFailure extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does `work`, whose answer is the remark at the end of the line. `still`: nothing is shown before, since others write meanwhile. */
export async function step(title, work, { still = false } = {}) {
  const since = performance.now();
  const line = lineFor(`  ${title.padEnd(12)}`, since, still);
  try {
    line.end((await work()).padEnd(28));
  } catch (error) {
    line.end('failed'.padEnd(28));
    throw error;
  }
}

/** On a terminal the seconds run while one waits. */
function lineFor(head, since, still) {
  const { isTTY } = process.stdout;
  const write = (text) => process.stdout.write(text);
  const tick = () => write(`\r${head} … ${seconds(since)}`);
  const timer = isTTY && !still ? setInterval(tick, 1000) : undefined;
  if (!still) write(head);
  return {
    end(remark) {
      clearInterval(timer);
      const start = timer ? `\r\x1b[K${head}` : still ? head : '';
      write(`${start} ${remark} ${seconds(since)}\n`);
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
