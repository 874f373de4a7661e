import { Fourways } from './fourways/fourways.js';
import { type Options, warmUpSeconds } from './options.js';
import { ProcessWatch } from './process-watch.js';

/** The server's CPU time for one message that nobody reads. */
export async function postingAlone(options: Options): Promise<number | undefined> {
  const { rate, seconds } = options;
  const room = await Fourways.open({ readers: 0, rate });
  const server = new ProcessWatch(room.pid);
  const count = rate * seconds;
  try {
    await room.talk(rate * warmUpSeconds(options), rate);
    const before = server.cpuMicros();
    await room.talk(count, rate);
    const after = server.cpuMicros();
    return before !== undefined && after !== undefined ? (after - before) / count : undefined;
  } finally {
    await room.stop();
  }
}
