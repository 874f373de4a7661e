import type { Emoji, MessagesDataset, ShortcodesDataset } from 'emojibase';
import type { NamedEmoji } from '@/features/emoji/emoji-names';
import type { Locale } from '@/i18n/routing';
import en from '@/messages/en.json';
import ru from '@/messages/ru.json';

interface Source {
  readonly data: () => Promise<{ default: Emoji[] }>;
  readonly messages: () => Promise<{ default: MessagesDataset }>;
  readonly categories: Readonly<Record<string, string>>;
  readonly names: readonly (() => Promise<{ default: ShortcodesDataset }>)[];
}

const english = [() => import('emojibase-data/en/shortcodes/emojibase.json'), () => import('emojibase-data/en/shortcodes/github.json')];

const sources: Record<Locale, Source> = {
  en: {
    data: () => import('emojibase-data/en/data.json'),
    messages: () => import('emojibase-data/en/messages.json'),
    categories: en.emoji.categories,
    names: english,
  },
  ru: {
    data: () => import('emojibase-data/ru/data.json'),
    messages: () => import('emojibase-data/ru/messages.json'),
    categories: ru.emoji.categories,
    names: [...english, () => import('emojibase-data/ru/shortcodes/cldr-native.json')],
  },
};

/** What the picker reads, in the form in which emojibase is published, and the names that may stand between colons. */
const files = { 'data.json': pickerData, 'messages.json': pickerMessages, 'names.json': namedEmoji };

export const EMOJI_FILES = Object.keys(files) as (keyof typeof files)[];

export async function emojiFile(locale: Locale, file: keyof typeof files): Promise<unknown> {
  return files[file](sources[locale]);
}

async function pickerData({ data }: Source) {
  const { default: emoji } = await data();
  return emoji.map(({ label, tags, group, subgroup, version, skins, ...each }) => ({
    emoji: plain(each.emoji),
    label,
    tags,
    group,
    subgroup,
    version,
    skins: skins?.map(({ emoji: skin, tone }) => ({ emoji: skin, tone })),
  }));
}

async function pickerMessages({ messages, categories }: Source) {
  const { groups, subgroups, skinTones } = (await messages()).default;
  return { skinTones, subgroups, groups: groups.map((group) => ({ ...group, message: categories[group.key] ?? group.message })) };
}

async function namedEmoji({ data, names }: Source): Promise<NamedEmoji[]> {
  const { default: emoji } = await data();
  const lists = await Promise.all(names.map(async (load) => (await load()).default));
  return emoji
    .filter(({ group }) => group !== undefined)
    .map(({ emoji: sign, hexcode, label, tags = [] }) => ({ emoji: plain(sign), label, names: [...new Set(lists.flatMap((list) => list[hexcode] ?? []))], tags }));
}

/** Emojibase marks some emoji as emoji although they are nothing else: 👍 would be two signs that look the same. */
function plain(emoji: string): string {
  return emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, '$1');
}
