'use client';
import { useTranslations } from 'next-intl';
import { Segments } from '@/components/ui/segments';
import { SwitchRow } from '@/components/ui/switch-row';
import { usePreferences } from '@/features/preferences/use-preferences';

/** How one writes on this device, and what it tells of that. */
export function WritingSettings() {
  const t = useTranslations('preferences');
  const [{ sendWith, typingNotices, receipts }, prefer] = usePreferences();
  const keys = [
    { value: 'enter', label: t('sendWithEnter') },
    { value: 'ctrl-enter', label: t('sendWithCtrlEnter') },
  ] as const;
  return (
    <>
      <Segments label={t('sendWith')} value={sendWith} options={keys} onChange={(chosen) => prefer({ sendWith: chosen })} />
      <SwitchRow label={t('typingNotices')} line={t('typingNoticesLine')} checked={typingNotices} onChange={(on) => prefer({ typingNotices: on })} />
      <SwitchRow label={t('receipts')} line={t('receiptsLine')} checked={receipts} onChange={(on) => prefer({ receipts: on })} />
    </>
  );
}
