'use client';
import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useClock } from '@/components/use-clock';
import { dayOf } from './timeline-rows';

const DAY_MS = 24 * 60 * 60_000;

/** The day that begins here; "Today" becomes "Yesterday" at midnight by itself. */
export function DayLine({ ts, day }: { ts: number; day: string }) {
  const t = useTranslations('room');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const today = dayOf(useClock(60_000), zone);
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
    if (day === today) return t('today');
    if (day === dayBefore(today)) return t('yesterday');
    const sameYear = day.slice(0, 4) === today.slice(0, 4);
    return format.dateTime(ts, { weekday: 'long', day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) });
  }
}

/** By the calendar: in the reader's zone a day may have 23 hours, or 25. */
function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}
