import { describe, expect, it } from '@jest/globals';
import { isPlain } from './plain-text';

describe('a text without Markdown', () => {
  it.each(['hello', 'two\nlines', 'Привет, как дела?', "it's 12:30 (or so)!", 'a - b', '3.5 kg', '👍🎉', 'C# and F#', 'AT&T'])('is told at a glance: %j', (text) => {
    expect(isPlain(text)).toBe(true);
  });

  it.each(['*a*', '_a_', '~~a~~', '`a`', '\\*', '[a](http://b.c)', 'see http://b.c', 'WWW.b.c', 'me@b.c', '<http://b.c>', '> a', 'a\n- b', '+ b', '1. a', '2) a', '# a', 'a | b', '---', '```\na\n```'])(
    'is not one that may have any: %j',
    (text) => {
      expect(isPlain(text)).toBe(false);
    },
  );
});
