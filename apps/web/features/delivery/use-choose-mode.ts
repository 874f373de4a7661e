'use client';
import type { ModeChoice } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/toast';
import { useChatClient } from '@/features/room/chat-context';
import { rememberMode } from './remember-mode';

/** Has the client go a way that a person has chosen, and remembers it; says so when it does not come up. */
export function useChooseMode(): (choice: ModeChoice) => Promise<void> {
  const t = useTranslations();
  const client = useChatClient();
  return async (choice) => {
    const { outcome } = await client.use(choice);
    if (choice === 'auto' || outcome === 'switched') return rememberMode(choice);
    if (outcome === 'stayed') toast.error(t('delivery.announceStayed', { mode: t(`ways.${choice}.name`) }));
  };
}
