'use client';
import type { Message } from '@fourways/chat-core';
import { Ellipsis, Link as LinkSign, MailOpen, Pencil, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonLook } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { EmojiPopover } from '@/features/emoji/emoji-popover';
import { ActionBar } from './action-bar';
import type { RowActs } from './row-acts';

interface MessageActionsProps {
  message: Message;
  own: boolean;
  /** Of an archived room. */
  readOnly: boolean;
  acts: RowActs;
}

/** What one can do with a message. */
export function MessageActions({ message, own, readOnly, acts }: MessageActionsProps) {
  const t = useTranslations('message');
  return (
    <ActionBar>
      {!readOnly && (
        <>
          <EmojiPopover label={t('react')} className={buttonLook({ look: 'ghost', size: 'icon-small' })} onPick={(emoji) => acts.react(message, emoji)}>
            <SmilePlus />
          </EmojiPopover>
          <Button look="ghost" size="icon-small" aria-label={t('reply')} title={t('reply')} onClick={() => acts.reply(message)}>
            <Reply />
          </Button>
        </>
      )}
      {own && !readOnly && (
        <Button look="ghost" size="icon-small" aria-label={t('edit')} title={t('edit')} onClick={() => acts.edit(message.id)}>
          <Pencil />
        </Button>
      )}
      <Menu label={t('more')} trigger={<Ellipsis />} triggerClassName={buttonLook({ look: 'ghost', size: 'icon-small' })}>
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
    </ActionBar>
  );
}
