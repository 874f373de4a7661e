import { describe, expect, it } from '@jest/globals';
import { excerpt } from './excerpt';
import { marked } from './marked';

const marks = (text: string, words: string[]) => marked(text, words).map(({ text: piece, found }) => (found ? `[${piece}]` : piece)).join('');

const SPAN = { before: 60, most: 280 };

describe('the words a message was found for', () => {
  it('are marked as whole words, in any script, and nothing is lost', () => {
    expect(marks('Завтра встречу встречают, Встречу!', ['встречу', 'Встречу'])).toBe('Завтра [встречу] встречают, [Встречу]!');
    expect(marks('message <b>messages</b>', ['messages'])).toBe('message <b>[messages]</b>');
    expect(marks('nothing here', [])).toBe('nothing here');
  });

  it('stay in sight in a long text, which is not cut through a character', () => {
    const text = `${'a '.repeat(400)}needle${' 😀'.repeat(400)}`;
    const part = excerpt(text, ['needle'], SPAN);
    expect(part).toContain('needle');
    expect(part.length).toBeLessThan(300);
    expect(part.isWellFormed()).toBe(true);
    expect(excerpt('short', ['short'], SPAN)).toBe('short');
  });
});
