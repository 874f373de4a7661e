import type { Mode } from '@fourways/chat-core';
import { Crowd } from './crowd/crowd.js';
import { isExact, sumOf, type Verdict } from './crowd/receipts.js';
import type { RoundResult, Traffic } from './crowd/round.js';
import { type Options, warmUpSeconds } from './options.js';
import { ProcessWatch } from './process-watch.js';
import type { Subject } from './subject.js';

export interface Measurement extends Traffic, Omit<RoundResult, 'verdict'> {
  /** Of all that was said, warm-up included. */
  readonly verdict: Verdict;
  /** What the measured round delivered. */
  readonly delivered: number;
  /** Of the server's process, per delivered message, posting included. */
  readonly cpuMicros?: number;
  readonly rssBytes?: number;
  /** By how much the server grew while the readers came, for each of them. */
  readonly rssBytesPerReader?: number;
}

/** Lets readers come and listen to two rounds of talk; the first warms up, and counts for exactness only. */
export async function measure(subject: Subject, mode: Mode, options: Options): Promise<Measurement> {
  const { readers, rate, seconds, pollMs } = options;
  const server = new ProcessWatch(subject.pid);
  const rssBefore = server.rssBytes();
  const crowd = await Crowd.gather({ mode, readers, pollMs, url: subject.url, cookies: subject.cookies, start: subject.start, roomId: subject.roomId });
  const rssBytes = server.rssBytes();
  try {
    const warmUp = await round({ subject, crowd, server }, rate * warmUpSeconds(options), options);
    const measured = await round({ subject, crowd, server }, rate * seconds, options);
    const verdict = sumOf([warmUp.verdict, measured.verdict]);
    const growth = rssBytes !== undefined && rssBefore !== undefined && { rssBytes, rssBytesPerReader: (rssBytes - rssBefore) / readers };
    return { ...measured, verdict, ...growth };
  } finally {
    crowd.leave();
  }
}

/** Nothing lost, nothing doubled, everything in order, and nobody sent away. */
export function isSound({ verdict, broken }: Measurement): boolean {
  return isExact(verdict) && broken.length === 0;
}

interface Scene {
  readonly subject: Subject;
  readonly crowd: Crowd;
  readonly server: ProcessWatch;
}

async function round({ subject, crowd, server }: Scene, count: number, { rate, patienceMs }: Options): Promise<Measurement> {
  await crowd.begin();
  const cpuBefore = server.cpuMicros();
  const said = await subject.talk(count, rate);
  const traffic = await crowd.arrived(said.length, patienceMs);
  const cpuAfter = server.cpuMicros();
  const result = await crowd.judge(said);
  const delivered = result.verdict.received;
  const cpu = cpuBefore !== undefined && cpuAfter !== undefined && { cpuMicros: (cpuAfter - cpuBefore) / delivered };
  return { ...traffic, ...result, delivered, ...cpu };
}
