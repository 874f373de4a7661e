'use client';
import type { ChatView, ModeMeters } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useChat } from '@/features/room/chat-context';
import { ModeMark } from './mode-mark';

const metersOf = (view: ChatView) => view.meters;
const modeOf = (view: ChatView) => view.mode;

const rows = ['requests', 'emptyAnswers', 'bytesIn', 'bytesOut', 'p50', 'p95', 'reconnects', 'duplicatesDropped', 'holes', 'lost'] as const;
type Row = (typeof rows)[number];

/** What each way has cost and brought in this tab. */
export function MetersTable() {
  const t = useTranslations();
  const meters = useChat(metersOf);
  const current = useChat(modeOf);
  const say = useFigure();
  return (
    <table className="w-full table-fixed text-xs tabular-nums">
      <caption className="pb-1.5 text-left font-medium text-soft">{t('delivery.meters')}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[34%]">
            <span className="sr-only">{t('delivery.meter')}</span>
          </th>
          {MODES.map((mode) => (
            <th key={mode} scope="col" className="pb-1.5">
              <span className="flex justify-end">
                <ModeMark mode={mode} className={cn(mode !== current && 'opacity-60')} />
                <span className="sr-only">{t(`ways.${mode}.name`)}</span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} className="border-t">
            <th scope="row" className="py-1 text-left font-normal text-soft">
              {t(`delivery.${row}`)}
            </th>
            {MODES.map((mode) => (
              <td key={mode} data-meter={`${mode}.${row}`} className={cn('py-1 text-right', mode === current ? 'font-medium' : 'text-soft')}>
                {say(row, meters[mode])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useFigure(): (row: Row, meters: ModeMeters) => string {
  const t = useTranslations('delivery');
  const format = useFormatter();
  return (row, meters) => {
    if (row === 'p50' || row === 'p95') {
      const ms = meters.latencyMs[row];
      return ms === null ? t('none') : t('ms', { value: format.number(Math.max(0, Math.round(ms))) });
    }
    return row === 'bytesIn' || row === 'bytesOut' ? bytes(meters[row]) : format.number(meters[row]);
  };

  function bytes(count: number): string {
    if (count < 1_000) return t('bytes', { value: format.number(count) });
    const [unit, size] = count < 1_000_000 ? (['kilobytes', 1_000] as const) : (['megabytes', 1_000_000] as const);
    return t(unit, { value: format.number(count / size, { maximumFractionDigits: 1 }) });
  }
}
