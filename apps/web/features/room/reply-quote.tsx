'use client';
import type { Message, ReplyTo } from '@fourways/chat-core';
import { CornerUpRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { gistOf } from '@/features/attachments/gist-of';
import { useAnswered } from './use-answered';

interface ReplyQuoteProps {
  roomId: string;
  replyTo: ReplyTo;
  onJump: (messageId: string) => void;
}

/** What a message answers, in one line; a click goes there. */
export function ReplyQuote({ roomId, replyTo, onJump }: ReplyQuoteProps) {
  const t = useTranslations('message');
  const answered = useAnswered(roomId, replyTo.messageId);
  return (
    <button
      type="button"
      onClick={() => onJump(replyTo.messageId)}
      title={t('jump')}
      className="flex h-6 max-w-full items-center gap-1.5 rounded-md text-left text-sm text-soft hover:text-ink"
    >
      <CornerUpRight className="size-3.5 shrink-0" aria-hidden />
      <span className="sr-only">{t('answers')}</span>
      <span className="shrink-0 font-medium">{replyTo.author.name}</span>
      <span className="truncate">{excerptOf(answered, t('gone'))}</span>
    </button>
  );
}

function excerptOf(answered: Message | undefined, gone: string): string {
  if (!answered) return '…';
  return answered.removed ? gone : gistOf(answered);
}
