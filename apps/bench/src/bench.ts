import type { Mode } from '@fourways/chat-core';
import { Bare } from './bare/bare.js';
import { Fourways } from './fourways/fourways.js';
import { measure, type Measurement } from './measure.js';
import type { Options } from './options.js';
import { postingAlone } from './posting-alone.js';
import { machine } from './report/machine.js';
import type { ModeResult, Report } from './report/report.js';
import type { Subject } from './subject.js';

/** Measures one mode after the other, each on a fresh server, and the bare limit of the same mode right after it. */
export async function bench(options: Options, tell: (step: string) => void): Promise<Report> {
  const look = machine();
  const modes: ModeResult[] = [];
  for (const mode of options.modes) {
    tell(mode);
    modes.push({ mode, ...(await compare(mode, options)) });
  }
  const postingMicros = options.url === undefined ? await postingAlone(options) : undefined;
  return { options, postingMicros, modes, machine: look() };
}

async function compare(mode: Mode, options: Options): Promise<Omit<ModeResult, 'mode'>> {
  const fourways = await measureAndStop(await Fourways.open(options, options.url), mode, options);
  const bare = await measureAndStop(await Bare.open(), mode, options);
  return { fourways, bare };
}

async function measureAndStop(subject: Subject, mode: Mode, options: Options): Promise<Measurement> {
  try {
    return await measure(subject, mode, options);
  } finally {
    await subject.stop();
  }
}
