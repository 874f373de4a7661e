'use client';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import type { PopupProps } from '@/components/ui/popup';
import { useShowPanel } from '@/features/palette/panel';
import { useSignOut } from './use-sign-out';

/** The choices that are one's own. */
export function MeMenu(popup: PopupProps) {
  const t = useTranslations();
  const show = useShowPanel();
  const signOut = useSignOut();
  return (
    <Menu {...popup} side="top" align="start">
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
