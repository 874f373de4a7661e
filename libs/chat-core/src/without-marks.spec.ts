import { describe, expect, it } from '@jest/globals';
import { withoutMarks } from './without-marks.js';

describe('a text without the signs of its Markdown', () => {
  it.each([
    ['**Shall we** try `SSE`?\n\n```ts\nconst a = 1;\n```', 'Shall we try SSE?\n\nconst a = 1;\n'],
    ['# Title\n> quoted', 'Title\nquoted'],
    ['~~gone~~ and __bold__', 'gone and bold'],
    ['2 ** 3 ** 4, snake_case and 2 * 3', '2 ** 3 ** 4, snake_case and 2 * 3'],
    ['**never closed', '**never closed'],
    ['**one line\nanother**', '**one line\nanother**'],
    ['[a link](https://example.com)', '[a link](https://example.com)'],
  ])('%j', (text, plain) => {
    expect(withoutMarks(text)).toBe(plain);
  });
});
