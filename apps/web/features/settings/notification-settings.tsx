'use client';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { SwitchRow } from '@/components/ui/switch-row';
import { noticeBoard } from '@/features/awareness/notice-board';
import { askPermission, type Permission, usePermission } from '@/features/awareness/permission';
import { usePreferences } from '@/features/preferences/use-preferences';
import { browserKind } from './browser-kind';

/** Whether messages are shown outside of the window: what the browser says to it, and what to do about that (ux H1). */
export function NotificationSettings() {
  const t = useTranslations('settings');
  const permission = usePermission();
  const [{ notifications }, prefer] = usePreferences();
  if (permission === 'denied') return <Denied />;
  if (permission === 'unsupported') return <Note title={t('notifications')} text={t('unsupported')} />;

  async function change(on: boolean) {
    const allowed = !on || permission === 'granted' || (await askPermission()) === 'granted';
    if (allowed) prefer({ notifications: on });
  }

  return (
    <div className="grid justify-items-start gap-3">
      <SwitchRow label={t('notifications')} line={t(`permission.${stateOf(permission, notifications)}`)} checked={notifications && permission === 'granted'} onChange={(on) => void change(on)} />
      <div className="flex flex-wrap gap-2">
        {permission === 'default' && (
          <Button look="outline" size="small" onClick={() => void change(true)}>
            {t('allow')}
          </Button>
        )}
        {permission === 'granted' && <TestButton />}
      </div>
    </div>
  );
}

function stateOf(permission: Permission, wanted: boolean): 'ask' | 'on' | 'off' {
  if (permission !== 'granted') return 'ask';
  return wanted ? 'on' : 'off';
}

function TestButton() {
  const t = useTranslations('settings');

  function test() {
    const shown = noticeBoard.show({ title: t('testTitle'), body: t('testText'), tag: 'test' });
    if (!shown) toast.error(t('testFailed'));
  }

  return (
    <Button look="outline" size="small" onClick={test}>
      {t('test')}
    </Button>
  );
}

function Denied() {
  const t = useTranslations('settings');
  return <Note title={t('notifications')} text={`${t('denied')} ${t(`allowIn.${browserKind(navigator.userAgent)}`)}`} />;
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid gap-0.5">
      <p className="text-sm font-medium">{title}</p>
      <p className="rounded-xl bg-sunken p-3 text-sm text-pretty">{text}</p>
    </div>
  );
}
