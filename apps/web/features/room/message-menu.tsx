'use client';
import type { Message } from '@fourways/chat-core';
import { Link as LinkSign, MailOpen, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { PopupProps } from '@/components/ui/popup';
import type { RowActs } from './row-acts';

interface MessageMenuProps extends PopupProps {
  message: Message;
  own: boolean;
  acts: RowActs;
}

/** What one does more rarely with a message. */
export function MessageMenu({ message, own, acts, ...popup }: MessageMenuProps) {
  const t = useTranslations('message');
  return (
    <Menu {...popup}>
      <MenuItem onSelect={() => acts.copyLink(message)}>
        <LinkSign /> {t('copyLink')}
      </MenuItem>
      <MenuItem onSelect={() => acts.markUnread(message)}>
        <MailOpen /> {t('markUnread')}
      </MenuItem>
      {own && (
        <MenuItem danger onSelect={() => acts.remove(message.id)}>
          <Trash2 /> {t('remove')}
        </MenuItem>
      )}
    </Menu>
  );
}
