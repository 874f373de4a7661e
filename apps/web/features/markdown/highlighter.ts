import type { CodeLanguage } from './code-language';
import type { CodeLine } from './code-line';
import type { HighlightAnswer, HighlightRequest } from './highlight.worker';

type Lines = readonly CodeLine[] | null;
type Channel = Pick<Worker, 'postMessage' | 'addEventListener'>;

const KEPT = 300;

/** Has code highlighted beside the page, where it cannot hold up typing; remembers what it has seen lately. */
export class Highlighter {
  private readonly seen = new Map<string, Promise<Lines>>();
  private readonly known = new Map<string, Lines>();
  private readonly waiting = new Map<number, (lines: Lines) => void>();
  private channel: Channel | undefined;
  private count = 0;

  constructor(private readonly open: () => Channel) {}

  /** What is known at once. */
  peek(code: string, language: CodeLanguage): Lines {
    return this.known.get(`${language}\n${code}`) ?? null;
  }

  /** Null when it does not work: the code is readable without. */
  highlight(code: string, language: CodeLanguage): Promise<Lines> {
    const key = `${language}\n${code}`;
    let lines = this.seen.get(key);
    if (!lines) {
      lines = this.ask({ id: ++this.count, code, language });
      void lines.then((value) => this.known.set(key, value));
    }
    this.seen.delete(key);
    this.seen.set(key, lines);
    this.forgetOldest();
    return lines;
  }

  private ask(request: HighlightRequest): Promise<Lines> {
    this.channel ??= this.start();
    this.channel.postMessage(request);
    return new Promise((resolve) => this.waiting.set(request.id, resolve));
  }

  private start(): Channel {
    const channel = this.open();
    channel.addEventListener('message', ({ data }: MessageEvent<HighlightAnswer>) => this.settle(data));
    channel.addEventListener('error', () => {
      for (const id of this.waiting.keys()) this.settle({ id, lines: null });
    });
    return channel;
  }

  private settle({ id, lines }: HighlightAnswer): void {
    this.waiting.get(id)?.(lines);
    this.waiting.delete(id);
  }

  private forgetOldest(): void {
    const [oldest] = this.seen.size > KEPT ? this.seen.keys() : [];
    if (oldest === undefined) return;
    this.seen.delete(oldest);
    this.known.delete(oldest);
  }
}
