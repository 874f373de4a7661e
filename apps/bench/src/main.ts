// npm run bench: measures the four modes side by side, and ends with 1 if anything was lost, doubled or out of order.
import { writeFile } from 'node:fs/promises';
import { bench } from './bench.js';
import { isSound } from './measure.js';
import { type Options, parseOptions } from './options.js';
import { markdown } from './report/markdown.js';
import type { Report } from './report/report.js';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  const options = parseOptions(process.argv.slice(2));
  const report = await bench(options, (step) => console.error(`… ${step}`));
  await publish(report, options);
  process.exitCode = report.modes.every(({ fourways, bare }) => isSound(fourways) && isSound(bare)) ? 0 : 1;
} catch (error) {
  const { message, cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exit(1);
}

async function publish(report: Report, options: Options): Promise<void> {
  const text = `${markdown(report)}\n`;
  process.stdout.write(text);
  if (options.markdown) await writeFile(options.markdown, text);
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
}
