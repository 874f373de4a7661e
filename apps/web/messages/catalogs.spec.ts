import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { ERRORS } from '@fourways/chat-core';
import compile from 'next-intl/extractor/catalogLoader';
import en from './en.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };

/** As in production: what the build compiles is put together by a formatter that knows less than a parser does. */
jest.unstable_mockModule('use-intl/format-message', () => import('use-intl/format-message/format-only'));
const { createTranslator } = await import('next-intl');

type Catalog = typeof en;

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)));
}

function sentencesOf(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentencesOf(value as object)));
}

/** The catalog as the build makes it, with the options of `next.config.mjs`. */
async function built(locale: 'en' | 'ru'): Promise<Catalog> {
  const file = new URL(`${locale}.json`, import.meta.url).pathname;
  const module = await new Promise<string>((resolve, reject) => {
    const loader = {
      resourcePath: file,
      rootContext: '',
      getOptions: () => ({ messages: { format: 'json', sourceLocale: 'en', precompile: true } }),
      async: () => (error: Error | null, source = '') => (error ? reject(error) : resolve(source)),
    };
    (compile as unknown as (this: typeof loader, source: string) => void).call(loader, readFileSync(file, 'utf8'));
  });
  return JSON.parse(JSON.parse(/JSON\.parse\((.*)\);$/s.exec(module)![1]!) as string) as Catalog;
}

const english = createTranslator({ locale: 'en', messages: await built('en') });
const russian = createTranslator({ locale: 'ru', messages: await built('ru') });

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
    [1, 'Ада печатает…', 'Ada is typing…'],
    [2, 'Ада и Борис печатают…', 'Ada and Boris are typing…'],
    [3, 'Ада и ещё 2 человека печатают…', 'Ada and 2 others are typing…'],
    [6, 'Ада и ещё 5 человек печатают…', 'Ada and 5 others are typing…'],
    [22, 'Ада и ещё 21 человек печатают…', 'Ada and 21 others are typing…'],
  ])('[ux J1] say that %i people are typing', (count, inRussian, inEnglish) => {
    expect(russian('room.typing', { count, others: count - 1, first: 'Ада', second: 'Борис' })).toBe(inRussian);
    expect(english('room.typing', { count, others: count - 1, first: 'Ada', second: 'Boris' })).toBe(inEnglish);
  });

  it('[ux J1] count in English', () => {
    expect([0, 1, 2].map((count) => english('rooms.members', { count }))).toEqual(['0 members', '1 member', '2 members']);
  });

  it('[ux J1] say who was added to which room', () => {
    const added = (count: number) => ({ count, name: 'Ann', room: 'garden' });
    expect([1, 3].map((count) => english('rooms.added', added(count)))).toEqual(['Ann is in #garden now.', '3 people are in #garden now.']);
    expect([1, 3].map((count) => russian('rooms.added', added(count)))).toEqual(['Ann теперь в #garden.', '3 человека теперь в #garden.']);
  });

  it('[ux J1] leave out what the build drops without a word, and quote the # that is no number', () => {
    const plurals = [en, ru].flatMap(sentencesOf).filter((sentence) => /, (plural|selectordinal),/.test(sentence));
    expect(plurals.length).toBeGreaterThan(40);
    expect(plurals.filter((sentence) => /offset:/.test(sentence))).toEqual([]);
    expect(plurals.filter((sentence) => /(?<!')#\{/.test(sentence))).toEqual([]);
  });
});
