export interface NamedEmoji {
  readonly emoji: string;
  /** In the reader's language. */
  readonly label: string;
  /** What may stand between the colons, the usual one first. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
}

export const EMOJI_URL = '/emoji';

const loads = new Map<string, Promise<readonly NamedEmoji[]>>();

/** All emoji with their names; loaded when first asked for, and again after a failure. */
export function namedEmoji(locale: string): Promise<readonly NamedEmoji[]> {
  let load = loads.get(locale);
  if (!load) {
    load = loadNames(locale);
    load.catch(() => loads.delete(locale));
    loads.set(locale, load);
  }
  return load;
}

async function loadNames(locale: string): Promise<readonly NamedEmoji[]> {
  const response = await fetch(`${EMOJI_URL}/${locale}/names.json`);
  if (!response.ok) throw new Error(`The names of the emoji: ${response.status}`);
  return response.json() as Promise<readonly NamedEmoji[]>;
}

export function emojiNamed(all: readonly NamedEmoji[], name: string): string | undefined {
  return all.find(({ names }) => names.includes(name))?.emoji;
}

/** The emoji that somebody who types this may mean: first by name, then by a word in it, then by what it shows. */
export function findEmoji(all: readonly NamedEmoji[], query: string, most: number): NamedEmoji[] {
  const sought = query.toLowerCase();
  return all
    .map((each) => ({ each, rank: rankOf(each, sought) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ each }) => each);
}

function rankOf({ names, label, tags }: NamedEmoji, sought: string): number {
  if (names.includes(sought)) return 0;
  if (names[0]?.startsWith(sought)) return 1;
  if (names.some((name) => name.startsWith(sought))) return 2;
  if (tags.includes(sought)) return 3;
  const words = [...names.flatMap((name) => name.split('_')), ...label.split(' '), ...tags];
  return words.some((word) => word.startsWith(sought)) ? 4 : Infinity;
}
