'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SwitchRow } from '@/components/ui/switch-row';
import { usePreferences } from '@/features/preferences/use-preferences';

export function QuietHours() {
  const t = useTranslations('settings');
  const [{ quiet, quietFrom, quietTo }, prefer] = usePreferences();
  return (
    <div className="grid gap-3">
      <SwitchRow label={t('quiet')} line={t('quietLine')} checked={quiet} onChange={(on) => prefer({ quiet: on })} />
      {quiet && (
        <div className="flex flex-wrap gap-4">
          <Time label={t('quietFrom')} value={quietFrom} onChange={(time) => prefer({ quietFrom: time })} />
          <Time label={t('quietTo')} value={quietTo} onChange={(time) => prefer({ quietTo: time })} />
        </div>
      )}
    </div>
  );
}

/** A time that is not whole yet changes nothing. */
function Time({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <input
        id={id}
        type="time"
        required
        value={value}
        onChange={(event) => event.target.value && onChange(event.target.value)}
        className="h-9 rounded-lg border border-edge/70 bg-raised px-2 text-base"
      />
    </div>
  );
}
