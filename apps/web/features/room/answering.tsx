'use client';
import type { Message } from '@fourways/chat-core';
import { CornerUpRight, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { gistOf } from '@/features/attachments/gist-of';

/** What is being answered, above the field. */
export function Answering({ message, onCancel }: { message: Message; onCancel: () => void }) {
  const t = useTranslations('composer');
  return (
    <div data-testid="answering" className="flex min-w-0 basis-full items-center gap-2 rounded-xl bg-sunken py-1 pr-1 pl-3 text-sm">
      <CornerUpRight className="size-4 shrink-0 text-soft" aria-hidden />
      <span className="shrink-0 text-soft">{t('answering', { name: message.author.name })}</span>
      <span className="min-w-0 flex-1 truncate">{gistOf(message)}</span>
      <Button look="ghost" size="icon-small" aria-label={t('answerNot')} title={t('answerNot')} onClick={onCancel}>
        <X />
      </Button>
    </div>
  );
}
