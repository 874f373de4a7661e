'use client';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/toast';
import { Button } from '@/components/ui/button';
import { SwitchRow } from '@/components/ui/switch-row';
import { NoticeBoard } from '@/features/awareness/notice-board';
import { askPermission, type Permission, usePermission } from '@/features/awareness/permission';
import { usePreferences } from '@/features/preferences/use-preferences';
import { endPushes } from '@/features/push/push-device';
import { canTakePushes } from '@/features/push/worker';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { browserKind } from './browser-kind';
import { PushSetting } from './push-setting';

/** Whether messages are shown outside of the window: what the browser says to it, and what to do about that (ux H1). */
export function NotificationSettings() {
  const t = useTranslations('settings');
  const permission = usePermission();
  const client = useChatClient();
  const [{ notifications, push }, prefer] = usePreferences();
  if (permission === 'denied') return <Denied />;
  if (permission === 'unsupported') return <Unsupported />;

  async function change(on: boolean) {
    const allowed = !on || permission === 'granted' || (await askPermission()) === 'granted';
    if (allowed) prefer({ notifications: on });
    if (!on && push) await endPushes(client.push).catch(() => undefined);
  }

  return (
    <div className="grid gap-4">
      <SwitchRow label={t('notifications')} line={t(`permission.${stateOf(permission, notifications)}`)} checked={notifications && permission === 'granted'} onChange={(on) => void change(on)} />
      {notifications && permission === 'granted' && canTakePushes() && <PushSetting />}
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

/** Tries the whole way, which with pushes leads over the server and the push service. */
function TestButton() {
  const t = useTranslations('settings');
  const errorText = useErrorText();
  const client = useChatClient();
  const [{ push }] = usePreferences();

  async function test() {
    const notice = { title: t('testTitle'), body: t('testText') };
    if (!push) return void ((await new NoticeBoard().show({ ...notice, tag: 'test' })) || toast.error(t('testFailed')));
    await client.push.test(notice).catch((error: unknown) => toast.error(errorText(error)));
  }

  return (
    <Button look="outline" size="small" onClick={() => void test()}>
      {t('test')}
    </Button>
  );
}

/** On an iPhone a page has none before it is installed. */
function Unsupported() {
  const t = useTranslations('settings');
  return <Note title={t('notifications')} text={browserKind(navigator.userAgent) === 'ios' ? t('allowIn.ios') : t('unsupported')} />;
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
