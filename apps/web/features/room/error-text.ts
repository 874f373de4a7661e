'use client';
import type { ChatError } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Says a refusal in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return useCallback(
    (error) => {
      const code = (error as Partial<ChatError> | undefined)?.code;
      return code && t.has(code) ? t(code) : t('internal');
    },
    [t],
  );
}
