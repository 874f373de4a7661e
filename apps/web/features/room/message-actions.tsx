'use client';
import type { Message } from '@fourways/chat-core';
import { Ellipsis, Pencil, Reply, SmilePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazily } from '@/components/lazily';
import { Button, buttonLook } from '@/components/ui/button';
import { PopupButton } from '@/components/ui/popup-button';
import { EmojiButton } from '@/features/emoji/emoji-button';
import { ActionBar } from './action-bar';
import type { RowActs } from './row-acts';

const MessageMenu = lazily(() => import('./message-menu').then((module) => module.MessageMenu));

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
          <EmojiButton label={t('react')} className={buttonLook({ look: 'ghost', size: 'icon-small' })} onPick={(emoji) => acts.react(message, emoji)}>
            <SmilePlus />
          </EmojiButton>
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
      <PopupButton kind="menu" label={t('more')} popup={MessageMenu} about={{ message, own, acts }} className={buttonLook({ look: 'ghost', size: 'icon-small' })}>
        <Ellipsis />
      </PopupButton>
    </ActionBar>
  );
}
