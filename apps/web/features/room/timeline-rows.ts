import { type Entry, isEcho } from './entry';

export interface TimelineRow {
  readonly entry: Entry;
  /** The reader's local day, `2026-11-22`, on the first row of each day. */
  readonly day: string | null;
  /** Follows a message of the same author so closely that name and face are not repeated. */
  readonly grouped: boolean;
}

const GROUP_MS = 5 * 60_000;

/** What stands on the screen, from top to bottom. `timeZone` is the reader's; above the message `divider` a line begins the new ones. */
export function timelineRows(entries: readonly Entry[], timeZone: string, divider: string | null = null): TimelineRow[] {
  let before: { entry: Entry; day: string } | undefined;
  return entries.map((entry) => {
    const day = dayOf(entry.ts, timeZone);
    const newDay = day !== before?.day;
    const divided = !isEcho(entry) && entry.id === divider;
    const grouped = !newDay && !divided && before !== undefined && belongTogether(before.entry, entry);
    before = { entry, day };
    return { entry, day: newDay ? day : null, grouped };
  });
}

function belongTogether(earlier: Entry, later: Entry): boolean {
  if (earlier.author.id !== later.author.id || later.ts - earlier.ts >= GROUP_MS) return false;
  return !hasFailed(earlier) && !hasFailed(later) && !later.replyTo;
}

function hasFailed(entry: Entry): boolean {
  return isEcho(entry) && entry.echo.state === 'failed';
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant for a reader in that zone; days sort as strings. */
export function dayOf(ts: number, timeZone: string): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(ts);
}
