'use client';
import { LIMITS } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';

/** What a room is about. What is too long is kept; it only cannot be saved. */
export function TopicField({ value, onChange }: { value: string; onChange: (topic: string) => void }) {
  const t = useTranslations('roomDetails');
  const over = value.length - LIMITS.topicChars;
  return (
    <TextField
      label={t('topic')}
      placeholder={t('topicPlaceholder')}
      hint={t('topicHint')}
      value={value}
      error={over > 0 ? t('topicTooLong', { count: over }) : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
