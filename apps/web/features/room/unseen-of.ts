import { type Entry, isEcho } from './entry';

/** What has come below since somebody left the end. */
export interface Unseen {
  readonly count: number;
  /** Who wrote the first of them, if it is still loaded. */
  readonly author?: string;
  /** Whether others wrote as well. */
  readonly several: boolean;
}

/** Of the messages after that number, the ones of others; without a number nobody has left. */
export function unseenOf(live: readonly Entry[], leftAt: number | null, lastNumber: number, me: string): Unseen {
  if (leftAt === null) return { count: 0, several: false };
  const after = live.filter((entry) => !isEcho(entry) && entry.number > leftAt);
  const others = after.filter(({ author }) => author.id !== me);
  const whole = after[0] !== undefined && !isEcho(after[0]) && after[0].number === leftAt + 1;
  const first = whole ? others[0]?.author : undefined;
  const count = Math.max(0, lastNumber - leftAt - (after.length - others.length));
  return { count, ...(first && { author: first.name }), several: others.some(({ author }) => author.id !== first?.id) };
}
