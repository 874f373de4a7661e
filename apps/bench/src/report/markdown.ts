import type { Measurement } from '../measure.js';
import type { Percentiles } from '../crowd/latencies.js';
import type { ModeResult, Report } from './report.js';

type Cell = (result: ModeResult, report: Report) => string;

const NOT_MEASURED = 'not measured';

const columns: Record<string, Cell> = {
  Mode: ({ mode }) => mode,
  Expected: ({ fourways }) => whole(fourways.verdict.expected),
  Received: ({ fourways }) => whole(fourways.verdict.received),
  'Lost · doubled · out of order': ({ fourways: { verdict } }) => [verdict.lost, verdict.doubled, verdict.outOfOrder].map(whole).join(' · '),
  'Sent → received, ms: p50 · p95 · p99 · max': ({ fourways }) => percentiles(fourways.sent),
  'Committed → received, ms': ({ fourways }) => percentiles(fourways.committed),
  'Bare: sent → received, ms': ({ bare }) => percentiles(bare.sent),
  'Bytes per delivery': ({ fourways }) => whole(fourways.bytes / fourways.delivered),
  'Requests per reader and minute': ({ fourways }, { options }) => ((fourways.requests / options.readers / fourways.windowMs) * 60_000).toFixed(1),
  'CPU per delivery, µs': ({ fourways }) => micros(fourways.cpuMicros),
  'Bare: CPU per delivery, µs': ({ bare }) => micros(bare.cpuMicros),
  'CPU, times bare': ({ fourways, bare }) => ratio(fourways.cpuMicros, bare.cpuMicros),
  'p50, times bare': ({ fourways, bare }) => ratio(fourways.sent.p50, bare.sent.p50),
  'RSS, MiB': ({ fourways }) => (fourways.rssBytes === undefined ? NOT_MEASURED : whole(fourways.rssBytes / 2 ** 20)),
  'RSS per reader, KiB': ({ fourways }) => (fourways.rssBytesPerReader === undefined ? NOT_MEASURED : whole(fourways.rssBytesPerReader / 2 ** 10)),
  'Readers busy, %': ({ fourways, bare }) => [fourways, bare].map(({ busy }) => whole(busy * 100)).join(' · '),
};

/** The report as Markdown: the load, the machine, one row for each mode, and what went wrong. */
export function markdown(report: Report): string {
  const header = row(Object.keys(columns));
  const rule = row(Object.keys(columns).map((_, i) => (i === 0 ? '---' : '---:')));
  const rows = report.modes.map((result) => row(Object.values(columns).map((cell) => cell(result, report))));
  return [load(report), '', header, rule, ...rows, '', ...notes(report), ...report.modes.flatMap(troubles)].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function load({ options, machine }: Report): string {
  const { readers, rate, seconds, pollMs, url } = options;
  const load = machine.load.map((number) => number.toFixed(1)).join(' → ');
  return [
    `${readers} readers, ${rate} messages/s of 200 characters for ${seconds} s after a warm-up, polls each ${pollMs} ms ± 20 %${url ? `, ${url}` : ''}.`,
    `${machine.cores} cores (${machine.processor}), Node ${machine.node}, ${machine.platform}, load average ${load}.`,
  ].join('  \n');
}

function notes({ postingMicros }: Report): string[] {
  return [
    'Expected: messages × readers, warm-up included. Latency: HDR histogram. Bytes: at the readers\' sockets, both directions, headers included.',
    'CPU: utime + stime of the server (/proc/PID/stat, in steps of 10 ms), with what it took to accept and store the messages; the bare server stores nothing.',
    'RSS: VmRSS when the readers have come; per reader: what it grew by meanwhile, without a garbage collection. Readers busy: their process, with Fourways · bare.',
    `Posting alone, nobody reading: ${postingMicros === undefined ? NOT_MEASURED : `${whole(postingMicros)} µs of server CPU per message`}. Readers send no alive beacon.`,
    'Bare: node:http and ws, each message from memory, encoded once, one write per reader. Centrifugo, nchan: not measured.',
  ].map((note) => `- ${note}`);
}

function troubles({ mode, fourways, bare }: ModeResult): string[] {
  return [...troublesOf(mode, fourways), ...troublesOf(`${mode}, bare`, bare)];
}

function troublesOf(what: string, { verdict, broken }: Measurement): string[] {
  const { expected, received, lost, doubled, outOfOrder, unexpected } = verdict;
  const wrong = lost + doubled + outOfOrder + unexpected > 0;
  const sentence = `- **${what}**: ${expected} expected, ${received} received; ${lost} lost, ${doubled} doubled, ${outOfOrder} out of order, ${unexpected} unexpected.`;
  const endings = [...new Set(broken)].map((ending) => `- **${what}**: a reader's connection ended: ${ending}`);
  return [...(wrong ? [sentence] : []), ...endings];
}

function percentiles({ p50, p95, p99, max }: Percentiles): string {
  return [p50, p95, p99, max].map((ms) => (ms < 10 ? ms.toFixed(1) : whole(ms))).join(' · ');
}

function micros(value: number | undefined): string {
  return value === undefined ? NOT_MEASURED : value.toFixed(1);
}

function ratio(one: number | undefined, other: number | undefined): string {
  return one === undefined || other === undefined ? NOT_MEASURED : (one / other).toFixed(2);
}

function whole(number: number): string {
  return String(Math.round(number));
}
