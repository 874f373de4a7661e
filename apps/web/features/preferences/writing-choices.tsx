'use client';
import { useTranslations } from 'next-intl';
import { MenuCheck, MenuChoice } from '@/components/ui/menu';
import { useDevicePreference } from './use-device-preference';

/** How one writes on this device, for any menu. */
export function WritingChoices() {
  const t = useTranslations('preferences');
  const [sendWith, setSendWith] = useDevicePreference('sendWith');
  const [typingNotices, setTypingNotices] = useDevicePreference('typingNotices');
  const [receipts, setReceipts] = useDevicePreference('receipts');
  return (
    <>
      <MenuChoice
        label={t('sendWith')}
        value={sendWith}
        onChange={setSendWith}
        options={[
          { value: 'enter', label: t('sendWithEnter') },
          { value: 'ctrl-enter', label: t('sendWithCtrlEnter') },
        ]}
      />
      <MenuCheck label={t('typingNotices')} checked={typingNotices} onChange={setTypingNotices} />
      <MenuCheck label={t('receipts')} checked={receipts} onChange={setReceipts} />
    </>
  );
}
