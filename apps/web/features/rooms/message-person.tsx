'use client';
import type { User } from '@fourways/chat-core';
import { MessageCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useTimeline } from '@/features/room/chat-context';
import { useMessagePerson } from './use-message-person';

/** Opens the conversation with one person. */
export function MessagePerson({ user, onGo }: { user: User; onGo?: (() => void) | undefined }) {
  const t = useTranslations('direct');
  const { me } = useTimeline();
  const message = useMessagePerson();
  const label = user.id === me.id ? t('openNotes') : t('message', { name: user.name });

  return (
    <Button look="ghost" size="icon-small" aria-label={label} title={label} onClick={() => void message(user).then(onGo)}>
      <MessageCircle />
    </Button>
  );
}
