'use client';
import { ChevronsUpDown, Keyboard, LogOut, Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useShowPanel } from '@/features/palette/panel';
import { useTimeline } from '@/features/room/chat-context';
import { useSignOut } from './use-sign-out';

/** Who one is here, and the choices that are one's own. */
export function MeCard() {
  const t = useTranslations();
  const { me } = useTimeline();
  const show = useShowPanel();
  const signOut = useSignOut();
  return (
    <Menu
      label={`${me.name}, ${t('me.menu')}`}
      side="top"
      align="start"
      triggerClassName="m-2 flex items-center gap-2.5 rounded-xl p-2 text-left text-sm transition-colors hover:bg-ink/6 data-popup-open:bg-ink/6"
      trigger={
        <>
          <Avatar user={me} size="medium" />
          <span className="min-w-0 flex-1 truncate font-medium">{me.name}</span>
          <ChevronsUpDown className="size-4 text-soft" />
        </>
      }
    >
      <MenuItem onSelect={() => show('settings')}>
        <Settings /> {t('settings.title')}
      </MenuItem>
      <MenuItem onSelect={() => show('shortcuts')}>
        <Keyboard /> {t('shortcuts.title')}
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={signOut}>
        <LogOut /> {t('me.signOut')}
      </MenuItem>
    </Menu>
  );
}
