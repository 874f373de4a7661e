import { readFile, rename, writeFile } from 'node:fs/promises';
import type { LogRange } from '@fourways/chat-core';
import { z } from 'zod';

type Mark = Pick<LogRange, 'epoch' | 'head'>;

const Mark = z.object({ epoch: z.string(), head: z.int() });

/**
 * How far the log had come, in a small file beside the database. A backup that is put back in the database's place does not
 * change it: so a log that is behind its mark, or has none, is not the one that was read here last.
 */
export class HighWaterMark {
  private last: Mark | undefined;
  private writing = Promise.resolve();

  constructor(private readonly file: string) {}

  /** Whether every cursor that was handed out here is a place in this log. */
  async covers({ epoch, head }: Mark): Promise<boolean> {
    const mark = await this.read();
    return mark !== undefined && mark.epoch === epoch && mark.head <= head;
  }

  /** To be told only of what is on disk. It may lag behind: only a backup that is younger than the lag goes unnoticed. */
  raise({ epoch, head }: Mark): Promise<void> {
    const write = () => this.write({ epoch, head });
    this.writing = this.writing.then(write, write);
    return this.writing;
  }

  private async write(mark: Mark): Promise<void> {
    if (this.last?.epoch === mark.epoch && this.last.head === mark.head) return;
    const draft = `${this.file}.new`;
    await writeFile(draft, JSON.stringify(mark), { flush: true });
    await rename(draft, this.file);
    this.last = mark;
  }

  /** A mark that is not there or cannot be understood is none. */
  private async read(): Promise<Mark | undefined> {
    try {
      return Mark.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch {
      return undefined;
    }
  }
}
