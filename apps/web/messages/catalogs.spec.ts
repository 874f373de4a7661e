import { describe, expect, it } from '@jest/globals';
import { ERRORS } from '@fourways/chat-core';
import { createTranslator } from 'next-intl';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)));
}

const english = createTranslator({ locale: 'en', messages: en });
const russian = createTranslator({ locale: 'ru', messages: ru });

describe('the two languages', () => {
  it('[ux J1] have the same keys', () => {
    expect(keysOf(ru)).toEqual(keysOf(en));
  });

  it('[X1] have a sentence for every refusal', () => {
    expect(Object.keys(en.errors)).toEqual(expect.arrayContaining(Object.keys(ERRORS)));
  });

  it.each([
    [1, '1 новое сообщение'],
    [2, '2 новых сообщения'],
    [5, '5 новых сообщений'],
    [11, '11 новых сообщений'],
    [21, '21 новое сообщение'],
    [101, '101 новое сообщение'],
  ])('[ux J1] count %i as Russian does', (count, said) => {
    expect(russian('room.newMessages', { count })).toBe(said);
  });

  it.each([
    [1, 'Ада печатает…'],
    [2, 'Ада и Борис печатают…'],
    [3, 'Ада и ещё 2 человека печатают…'],
    [6, 'Ада и ещё 5 человек печатают…'],
    [22, 'Ада и ещё 21 человек печатают…'],
  ])('[ux J1] say that %i people are typing', (count, said) => {
    expect(russian('room.typing', { count, first: 'Ада', second: 'Борис' })).toBe(said);
  });

  it('[ux J1] count in English', () => {
    expect([0, 1, 2].map((count) => english('rooms.members', { count }))).toEqual(['0 members', '1 member', '2 members']);
  });
});
