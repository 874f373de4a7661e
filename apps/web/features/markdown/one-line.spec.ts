import { describe, expect, it } from '@jest/globals';
import { oneLine } from './one-line';

describe('a text on one line', () => {
  it.each([
    ['Hello! **Shall we** try `SSE` today?\n\n```ts\nconst a = 1;\n```', 'Hello! Shall we try SSE today? const a = 1;'],
    ['> quoted\nand *answered*', 'quoted and *answered*'],
    ['snake_case and 2 * 3 * 4', 'snake_case and 2 * 3 * 4'],
    ['# Title', 'Title'],
    ['2 ** 3 ** 4 and ~~gone~~', '2 ** 3 ** 4 and gone'],
  ])('of %j is one line without signs', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});
