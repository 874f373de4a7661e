import { describe, expect, it } from '@jest/globals';
import { codeLanguage } from './code-language';
import { Highlighter } from './highlighter';
import type { HighlightAnswer, HighlightRequest } from './highlight.worker';

class FakeWorker {
  readonly requests: HighlightRequest[] = [];
  private readonly listeners = new Map<string, (event: { data: HighlightAnswer }) => void>();

  addEventListener(type: string, listener: never): void {
    this.listeners.set(type, listener);
  }

  postMessage(request: HighlightRequest): void {
    this.requests.push(request);
  }

  emit(type: 'message' | 'error', data: HighlightAnswer): void {
    this.listeners.get(type)?.({ data });
  }
}

const lines = [[{ text: 'a', light: '#000', dark: '#fff' }]];

describe('highlighting beside the page', () => {
  it('opens nothing until it is asked', () => {
    let opened = 0;
    new Highlighter(() => (opened++, new FakeWorker()));
    expect(opened).toBe(0);
  });

  it('asks once for the same code', async () => {
    const worker = new FakeWorker();
    const highlighter = new Highlighter(() => worker);
    const answers = Promise.all([highlighter.highlight('a', 'go'), highlighter.highlight('a', 'go')]);
    worker.emit('message', { id: worker.requests[0]!.id, lines });
    expect(await answers).toEqual([lines, lines]);
    expect(worker.requests).toHaveLength(1);
    expect(highlighter.peek('a', 'go')).toBe(lines);
    expect(highlighter.peek('a', 'rust')).toBeNull();
  });

  it('leaves code plain when the worker breaks', async () => {
    const worker = new FakeWorker();
    const answer = new Highlighter(() => worker).highlight('a', 'go');
    worker.emit('error', { id: 0, lines: null });
    expect(await answer).toBeNull();
  });

  it('forgets the oldest', async () => {
    const worker = new FakeWorker();
    const highlighter = new Highlighter(() => worker);
    for (let i = 0; i <= 300; i++) {
      const answer = highlighter.highlight(`${i}`, 'go');
      worker.emit('message', { id: worker.requests[i]!.id, lines });
      await answer;
    }
    expect(highlighter.peek('0', 'go')).toBeNull();
    expect(highlighter.peek('1', 'go')).toBe(lines);
  });
});

describe('the language of code', () => {
  it.each([
    ['ts', 'typescript'],
    ['Python', 'python'],
    ['c++', 'cpp'],
    ['sh', 'bash'],
    ['brainf', undefined],
    ['constructor', undefined],
  ])('%s is %s', (word, language) => {
    expect(codeLanguage(word)).toBe(language);
  });
});
