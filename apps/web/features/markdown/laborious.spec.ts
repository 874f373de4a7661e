import { describe, expect, it } from '@jest/globals';
import { isLaborious } from './laborious';

describe('a text made to keep the parser busy', () => {
  it.each(['> ', '- ', '1. ', '*', '**a', '_a ', '[', '[a](', '`', '|', '- a\n', 'a\n', '~~', '<a@', '\\', 'http://a'])('is told beforehand: 8,000 characters of %j', (unit) => {
    expect(isLaborious(unit.repeat(8_000 / unit.length))).toBe(true);
  });

  it.each([
    ['a long report', '## Week 47\n\n- **done**: `a`, [b](https://c.d)\n'.repeat(30)],
    ['a large table', '| a | b | c |\n'.repeat(60)],
    ['a long program', `\`\`\`ts\n${'const a = b[c] * (d_e | f) > 0 ? `g` : [h];\n'.repeat(180)}\`\`\``],
    ['an answer to an answer', '> > > what was said\n\nwhat I say'],
  ])('is not %s', (_, text) => {
    expect(isLaborious(text)).toBe(false);
  });
});
