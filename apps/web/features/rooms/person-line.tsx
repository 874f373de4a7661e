'use client';
import type { User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useTimeline } from '@/features/room/chat-context';
import { MessagePerson } from './message-person';
import { PresenceAvatar } from './presence-avatar';
import { usePresence } from './use-presence';

interface PersonLineProps {
  user: User;
  tag: string | null;
  onGo?: (() => void) | undefined;
}

/** A person in a list: who, whether here, and the way to write to her. */
export function PersonLine({ user, tag, onGo }: PersonLineProps) {
  const t = useTranslations();
  const { me } = useTimeline();
  const state = usePresence(user.id);
  return (
    <li data-user-id={user.id} className="group flex min-h-11 items-center gap-2.5 rounded-lg px-2 hover:bg-ink/5">
      <PresenceAvatar user={user} silent />
      <span className="min-w-0 truncate text-sm">
        {user.name}
        {tag && <span className="ml-1.5 text-xs text-soft">{tag}</span>}
        {user.id === me.id && <span className="ml-1.5 text-xs text-soft">{t('room.you')}</span>}
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-1">
        <span className={cn('text-xs text-soft', state === 'online' && 'sr-only')}>{state === 'offline' ? t('roomDetails.offline') : t(`people.${state}`)}</span>
        <span className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <MessagePerson user={user} onGo={onGo} />
        </span>
      </span>
    </li>
  );
}
