'use client';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { useChat } from '@/features/room/chat-context';

const followsOf = (view: ChatView) => view.follows;

/** Says that another tab reads for this one; nothing where this one reads itself. */
export function SharedTab() {
  const t = useTranslations('delivery');
  return useChat(followsOf) && <p className="text-sm text-soft text-pretty">{t('sharedTab')}</p>;
}
