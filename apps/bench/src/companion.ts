import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Answer<T> {
  readonly answer?: T;
  readonly error?: string;
}

/** A process of the bench's own that is asked one question at a time. */
export class Companion {
  private constructor(private readonly child: ChildProcess) {
    process.once('exit', this.kill);
  }

  /** Starts the program with this place in the bench's folder. */
  static start(program: string): Companion {
    return new Companion(fork(fileURLToPath(new URL(program, import.meta.url))));
  }

  get pid(): number {
    return this.child.pid!;
  }

  async ask<T>(question: string, data: unknown = null): Promise<T> {
    const over = new AbortController();
    const { signal } = over;
    const ended = once(this.child, 'exit', { signal }).then(([code]) => ({ error: `it ended with ${code}` }));
    const answered = once(this.child, 'message', { signal }).then(([message]) => message as Answer<T>);
    ended.catch(() => {});
    this.child.send({ question, data });
    const { answer, error } = (await Promise.race([answered, ended])) as Answer<T>;
    over.abort();
    answered.catch(() => {});
    if (error !== undefined) throw new Error(`${question}: ${error}`);
    return answer as T;
  }

  readonly kill = (): void => {
    process.off('exit', this.kill);
    this.child.kill('SIGKILL');
  };
}
