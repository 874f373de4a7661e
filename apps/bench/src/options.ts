import { parseArgs } from 'node:util';
import { type Mode, MODES, TIMING } from '@fourways/chat-core';

export interface Options {
  readonly readers: number;
  /** Messages per second, of all writers together. */
  readonly rate: number;
  readonly seconds: number;
  readonly modes: readonly Mode[];
  readonly pollMs: number;
  /** How long the last message may be on its way before it counts as lost. */
  readonly patienceMs: number;
  /** A server that runs already; without it one is started for each mode. */
  readonly url?: string;
  readonly json?: string;
  readonly markdown?: string;
}

/** The readers do not reconnect, and the server ends a stream after eight minutes. */
const LONGEST_S = 300;

const WARM_UP_S = 2;

const text = { type: 'string' } as const;
const flags = { readers: text, rate: text, seconds: text, modes: text, 'poll-ms': text, patience: text, url: text, json: text, markdown: text };

/** Reads the command line; throws a sentence that says what is wrong with it. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: flags });
  const number = (name: keyof typeof values, byDefault: number, max: number) => numberIn(`--${name}`, values[name], { byDefault, max });
  return {
    readers: number('readers', 200, 10_000),
    rate: number('rate', 50, 10_000),
    seconds: number('seconds', 20, LONGEST_S),
    modes: modesIn(values.modes),
    pollMs: number('poll-ms', TIMING.pollIntervalMs, 60_000),
    patienceMs: number('patience', 10, LONGEST_S) * 1_000,
    ...(values.url && { url: values.url.replace(/\/$/, '') }),
    ...(values.json && { json: values.json }),
    ...(values.markdown && { markdown: values.markdown }),
  };
}

/** How long people talk before anything is measured, so that the code is compiled and the caches are filled. */
export function warmUpSeconds({ seconds }: Options): number {
  return Math.min(WARM_UP_S, seconds);
}

function numberIn(flag: string, value: string | undefined, { byDefault, max }: { byDefault: number; max: number }): number {
  const number = Number(value ?? byDefault);
  if (!Number.isInteger(number) || number < 1 || number > max) throw new Error(`${flag} must be a whole number from 1 to ${max}, not ${value}.`);
  return number;
}

function modesIn(list: string | undefined): Mode[] {
  const modes = list?.split(',') ?? [...MODES];
  const wrong = modes.find((mode) => !MODES.includes(mode as Mode));
  if (wrong !== undefined) throw new Error(`--modes must be some of ${MODES.join(',')}, not ${wrong}.`);
  return modes as Mode[];
}
