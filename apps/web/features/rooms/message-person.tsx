'use client';
import type { User } from '@fourways/chat-core';
import { MessageCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { useOpenRoom } from './room-path';
import { useOpenDirect } from './use-open-direct';

/** Opens the conversation with one person. */
export function MessagePerson({ user, onGo }: { user: User; onGo?: (() => void) | undefined }) {
  const t = useTranslations('direct');
  const { me } = useTimeline();
  const { open } = useOpenRoom();
  const openDirect = useOpenDirect();
  const errorText = useErrorText();
  const label = user.id === me.id ? t('openNotes') : t('message', { name: user.name });

  function go() {
    openDirect(user.id === me.id ? [] : [user.id]).then(
      (roomId) => {
        open(roomId);
        onGo?.();
      },
      (error) => toast.error(errorText(error)),
    );
  }

  return (
    <Button look="ghost" size="icon-small" aria-label={label} title={label} onClick={go}>
      <MessageCircle />
    </Button>
  );
}
