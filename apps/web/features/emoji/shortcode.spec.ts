import { describe, expect, it } from '@jest/globals';
import { closedShortcode } from './shortcode';

const nameIn = (text: string, caret = text.length) => closedShortcode(text, caret)?.name;

describe('a shortcode typed in full', () => {
  it('is found at the caret', () => {
    expect(nameIn(':tada:')).toBe('tada');
    expect(nameIn('hurray :+1:')).toBe('+1');
    expect(nameIn('hurray :+1: and', 11)).toBe('+1');
    expect(nameIn('(:ракета:')).toBe('ракета');
    expect(closedShortcode('hurray :+1:', 11)).toMatchObject({ from: 7, to: 11 });
  });

  it.each([':tada', 'at 12:30:', ':tada: ', '::', ': a:', 'std::x:', '`:tada:', '```\n:tada:', '```\na\n```\n`:x:'])('is not in %j', (text) => {
    expect(nameIn(text)).toBeUndefined();
  });

  it('is found after code that has ended', () => {
    expect(nameIn('`a` :tada:')).toBe('tada');
    expect(nameIn('```\na\n```\n:tada:')).toBe('tada');
  });
});
