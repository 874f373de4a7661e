import { describe, expect, it } from '@jest/globals';
import { isFewEmoji } from './only-emoji';

describe('a few emoji alone', () => {
  it.each(['👍', '👍🏽', '❤️', '🎉 🎉', '👩‍👩‍👧‍👦👩🏽‍💻🏳️‍🌈', '🇷🇺', '🇬🇧🇩🇪🇫🇷', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', ' 😂\n'])('[ux E4] are large: %s', (text) => {
    expect(isFewEmoji(text)).toBe(true);
  });

  it.each(['👍👍👍👍', 'ok 👍', '👍!', '1', '12', '', ' ', '🇷', '*'])('[ux E4] are not: %j', (text) => {
    expect(isFewEmoji(text)).toBe(false);
  });
});
