import { describe, expect, it } from '@jest/globals';
import { emojiFile } from '@/server/emoji-files';
import { emojiNamed, findEmoji, type NamedEmoji } from './emoji-names';

const english = (await emojiFile('en', 'names.json')) as NamedEmoji[];
const russian = (await emojiFile('ru', 'names.json')) as NamedEmoji[];
const found = (all: NamedEmoji[], query: string) => findEmoji(all, query, 8).map(({ emoji }) => emoji);

describe('emoji by name', () => {
  it.each([
    ['+1', '👍'],
    ['tada', '🎉'],
    ['joy', '😂'],
    ['heart', '❤️'],
    ['rocket', '🚀'],
  ])('knows :%s: in both languages', (name, emoji) => {
    expect(emojiNamed(english, name)).toBe(emoji);
    expect(emojiNamed(russian, name)).toBe(emoji);
  });

  it('puts the exact name first, then the beginnings of names', () => {
    expect(found(english, 'joy')[0]).toBe('😂');
    expect(found(english, 'tad')[0]).toBe('🎉');
    expect(found(english, 'roc')).toContain('🚀');
    expect(found(english, 'no such thing')).toEqual([]);
  });

  it('finds in Russian by a word of its label or its tags', () => {
    expect(found(russian, 'ракет')).toContain('🚀');
    expect(found(russian, 'лайк')).toContain('👍');
    expect(russian.find(({ emoji }) => emoji === '👍')?.label).toBe('большой палец вверх');
  });

  it('writes each emoji in one way only', () => {
    expect(english.filter(({ emoji }) => /\p{Emoji_Presentation}\uFE0F/u.test(emoji))).toEqual([]);
  });
});

describe('the data of the picker', () => {
  it('has good Russian for every category', async () => {
    const { groups } = (await emojiFile('ru', 'messages.json')) as { groups: { key: string; message: string }[] };
    expect(groups.map(({ message }) => message)).toEqual(expect.arrayContaining(['Смайлики', 'Люди и тело', 'Флаги']));
    expect(groups.every(({ message }) => /^[А-ЯЁ]/.test(message))).toBe(true);
  });
});
