import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for everyone who asks, whatever the kernel's own clock (proc_pid_stat(5)). */
const MICROS_PER_TICK = 10_000;
/** Places of utime and stime behind the name of the program, which may hold spaces. */
const UTIME = 11;
const STIME = 12;

/** What the kernel knows of a process; without a process, or without Linux, nothing is measured. */
export class ProcessWatch {
  constructor(private readonly pid: number | undefined) {}

  /** User and system time since its start. */
  cpuMicros(): number | undefined {
    const fields = this.read('stat')?.split(') ').at(-1)?.split(' ');
    return fields && (Number(fields[UTIME]) + Number(fields[STIME])) * MICROS_PER_TICK;
  }

  rssBytes(): number | undefined {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(this.read('status') ?? '')?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  }

  private read(file: string): string | undefined {
    if (this.pid === undefined || process.platform !== 'linux') return undefined;
    return readFileSync(`/proc/${this.pid}/${file}`, 'latin1');
  }
}
