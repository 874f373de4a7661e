import { Companion } from '../companion.js';
import type { Subject } from '../subject.js';

type Place = Pick<Subject, 'url' | 'roomId' | 'start'>;

/** The bare server in a process of its own: the limit that Fourways is compared with. It says the messages itself. */
export class Bare implements Subject {
  readonly cookies = [''];
  readonly url: string;
  readonly roomId: string;
  readonly start: Subject['start'];

  private constructor(
    private readonly companion: Companion,
    { url, roomId, start }: Place,
  ) {
    this.url = url;
    this.roomId = roomId;
    this.start = start;
  }

  static async open(): Promise<Bare> {
    const companion = Companion.start('./bare/bare-process.js');
    return new Bare(companion, await companion.ask<Place>('listen'));
  }

  get pid(): number {
    return this.companion.pid;
  }

  talk(count: number, perSecond: number): Promise<number[]> {
    return this.companion.ask('talk', { count, perSecond });
  }

  async stop(): Promise<void> {
    this.companion.kill();
  }
}
