'use client';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { useChat, useTimeline } from '@/features/room/chat-context';
import { tagOf } from '@/features/room/namesakes';
import { useSharedNames } from '@/features/room/use-shared-names';
import { useMessagePerson } from '@/features/rooms/use-message-person';
import type { PaletteItem } from './palette-item';

const presenceOf = (view: ChatView) => view.presence;

/** Who is here now, but oneself. */
export function usePeopleItems(): readonly PaletteItem[] {
  const t = useTranslations('people');
  const { me } = useTimeline();
  const others = useChat(presenceOf).filter(({ user }) => user.id !== me.id);
  const shared = useSharedNames();
  const message = useMessagePerson();
  return others.map(({ user, state }) => ({
    value: user.id,
    label: user.name,
    sign: <Avatar user={user} size="small" />,
    hint: tagOf(user, shared) ?? (state === 'idle' ? t('idle') : undefined),
    run: () => void message(user),
  }));
}
