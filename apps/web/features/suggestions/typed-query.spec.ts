import { describe, expect, it } from '@jest/globals';
import type { SuggestionSource } from './suggestion-source';
import { typedQuery } from './typed-query';

const emoji: SuggestionSource = { trigger: ':', minChars: 2, find: () => [] };
const people: SuggestionSource = { trigger: '@', minChars: 0, find: () => [] };
const queryIn = (text: string, caret = text.length) => typedQuery(text, caret, [emoji, people])?.query;

describe('what is being typed', () => {
  it('begins with the trigger of a source and ends at the caret', () => {
    expect(queryIn('hello :ta')).toBe('ta');
    expect(queryIn(':ta da', 3)).toBe('ta');
    expect(queryIn('(:ta')).toBe('ta');
    expect(queryIn('@')).toBe('');
    expect(queryIn('привет :ракета')).toBe('ракета');
    expect(typedQuery('hi :ta', 6, [emoji])).toMatchObject({ from: 3, to: 6 });
  });

  it.each([':t', 'at 12:30', 'http://a', 'me@home', ':tada: ', ':ta da', 'c::', ':)', ':-/'])('is nothing in %j', (text) => {
    expect(queryIn(text)).toBeUndefined();
  });
});
