'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/toast';
import { SwitchRow } from '@/components/ui/switch-row';
import { usePreferences } from '@/features/preferences/use-preferences';
import { endPushes, takePushes } from '@/features/push/push-device';
import { useChatClient } from '@/features/room/chat-context';

/** Whether messages come to this device also while no page is open. */
export function PushSetting() {
  const t = useTranslations('settings');
  const { push: pushes } = useChatClient();
  const [{ push, ...wanted }, prefer] = usePreferences();
  const [busy, setBusy] = useState(false);

  async function change(on: boolean) {
    if (busy) return;
    setBusy(true);
    prefer({ push: on });
    try {
      await (on ? takePushes(pushes, wanted) : endPushes(pushes));
    } catch {
      prefer({ push: !on });
      toast.error(t('pushFailed'));
    } finally {
      setBusy(false);
    }
  }

  return <SwitchRow label={t('push')} line={t('pushLine')} checked={push} onChange={(on) => void change(on)} />;
}
