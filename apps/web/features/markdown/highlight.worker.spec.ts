import { afterEach, expect, it, jest } from '@jest/globals';
import type { HighlightAnswer } from './highlight.worker';

afterEach(() => void jest.restoreAllMocks());

it('[ux B5] the first line is in its colours also where it takes a while to compile a grammar', async () => {
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 200));
  const answered = new Promise<HighlightAnswer>((resolve) => jest.spyOn(globalThis, 'postMessage').mockImplementation(((answer: HighlightAnswer) => resolve(answer)) as never));
  await import('./highlight.worker');
  dispatchEvent(new MessageEvent('message', { data: { id: 1, code: 'const answer: number = 42; // why', language: 'typescript' } }));
  const { lines } = await answered;
  const colourOf = (part: string) => lines![0]!.find(({ text }) => text.includes(part))!.light;
  expect(new Set(['const', '42', 'why'].map(colourOf)).size).toBe(3);
});
