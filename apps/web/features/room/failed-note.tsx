'use client';
import type { OutboxEntry } from '@fourways/chat-client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useChatClient } from './chat-context';
import { useErrorText } from './error-text';

interface FailedNoteProps {
  echo: OutboxEntry;
  /** Puts the text back into the composer. */
  onTakeBack: (clientMsgId: string) => void;
}

/** Why a message was not sent, and what can be done. The text stays. */
export function FailedNote({ echo, onTakeBack }: FailedNoteProps) {
  const t = useTranslations('message');
  const errorText = useErrorText();
  const client = useChatClient();
  const acts = [
    { text: t('retry'), act: () => client.retry(echo.clientMsgId) },
    { text: t('editAgain'), act: () => onTakeBack(echo.clientMsgId) },
    { text: t('discard'), act: () => void client.cancel(echo.clientMsgId) },
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-danger">
      <CircleAlert className="size-4 shrink-0" aria-hidden />
      <span>{t('failed', { reason: errorText(echo.error) })}</span>
      {acts.map(({ text, act }) => (
        <Button key={text} look="ghost" size="small" className="h-7! px-2! text-ink!" onClick={act}>
          {text}
        </Button>
      ))}
    </div>
  );
}
