'use client';
import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { dayOf } from './timeline-rows';

const DAY_MS = 24 * 60 * 60_000;

/** The day that begins here; "Today" becomes "Yesterday" at midnight by itself. */
export function DayLine({ ts, day }: { ts: number; day: string }) {
  const t = useTranslations('room');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow({ updateInterval: 60_000 }).getTime();
  return (
    <div className="flex items-center gap-3 px-4 pt-5 pb-2 sm:px-6">
      <span className="h-px flex-1 bg-line" />
      <h2 className="rounded-full border bg-surface px-3 py-0.5 text-xs font-medium text-soft first-letter:uppercase">
        <time dateTime={day}>{label()}</time>
      </h2>
      <span className="h-px flex-1 bg-line" />
    </div>
  );

  function label(): string {
    if (day === dayOf(now, zone)) return t('today');
    if (day === dayOf(now - DAY_MS, zone)) return t('yesterday');
    const sameYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4);
    return format.dateTime(ts, { weekday: 'long', day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) });
  }
}
