'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SwitchRow } from '@/components/ui/switch-row';
import { usePreferences } from '@/features/preferences/use-preferences';

export function KeySettings({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const t = useTranslations('settings');
  const [{ singleKeys }, prefer] = usePreferences();
  return (
    <div className="grid justify-items-start gap-3">
      <SwitchRow label={t('singleKeys')} line={t('singleKeysLine')} checked={singleKeys} onChange={(on) => prefer({ singleKeys: on })} />
      <Button look="outline" size="small" onClick={onShowShortcuts}>
        {t('showShortcuts')}
      </Button>
    </div>
  );
}
