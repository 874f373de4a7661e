'use client';
import { ChevronsUpDown, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { SettingsChoices } from '@/components/settings-choices';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useChatClient, useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { WritingChoices } from '@/features/preferences/writing-choices';
import { useRouter } from '@/i18n/navigation';

/** Who one is here, and the choices that are one's own. */
export function MeCard() {
  const t = useTranslations('me');
  const { me } = useTimeline();
  const client = useChatClient();
  const errorText = useErrorText();
  const router = useRouter();

  function signOut() {
    client.signOut().then(
      () => router.replace('/'),
      (error) => toast.error(errorText(error)),
    );
  }

  return (
    <Menu
      label={t('menu')}
      side="top"
      align="start"
      triggerClassName="m-2 flex items-center gap-2.5 rounded-xl p-2 text-left text-sm transition-colors hover:bg-ink/6 data-popup-open:bg-ink/6"
      trigger={
        <>
          <Avatar user={me} className="size-8 text-xs" />
          <span className="min-w-0 flex-1 truncate font-medium">{me.name}</span>
          <ChevronsUpDown className="size-4 text-soft" />
        </>
      }
    >
      <SettingsChoices />
      <WritingChoices />
      <MenuLine />
      <MenuItem onSelect={signOut}>
        <LogOut /> {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
