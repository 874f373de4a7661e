'use client';
import type { User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { Avatar, type AvatarSize } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { usePresence } from './use-presence';

const dots = {
  online: 'bg-good',
  idle: 'border-2 border-soft bg-canvas',
  offline: 'hidden',
};

interface PresenceAvatarProps {
  user: User;
  size?: AvatarSize;
  /** Somewhere beside it, words say whether the person is here. */
  silent?: boolean;
}

/** A person, and whether she is here. */
export function PresenceAvatar({ user, size = 'medium', silent }: PresenceAvatarProps) {
  const t = useTranslations('people');
  const state = usePresence(user.id);
  return (
    <span className="relative shrink-0">
      <Avatar user={user} size={size} className={state === 'idle' ? 'grayscale' : undefined} />
      <span aria-hidden className={cn('absolute -right-0.5 -bottom-0.5 size-[31%] min-h-2 min-w-2 rounded-full ring-2 ring-canvas', dots[state])} />
      {!silent && state !== 'offline' && <span className="sr-only">{t(state)}</span>}
    </span>
  );
}
