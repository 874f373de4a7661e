'use client';
import type { ChatView } from '@fourways/chat-client';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { useChat, useTimeline } from '@/features/room/chat-context';
import { tagOf } from '@/features/room/namesakes';
import { useSharedNames } from '@/features/room/use-shared-names';

const presenceOf = (view: ChatView) => view.presence;
const staleOf = (view: ChatView) => view.status === 'offline' || view.status === 'signed-out';

/** Who is here now. Two of one name are told apart by colour and tag. */
export function PeopleList() {
  const t = useTranslations();
  const locale = useLocale();
  const { me } = useTimeline();
  const presence = useChat(presenceOf);
  const stale = useChat(staleOf);
  const shared = useSharedNames();
  const people = presence.toSorted((a, b) => a.user.name.localeCompare(b.user.name, locale) || (a.user.id < b.user.id ? -1 : 1));
  return (
    <div className="grid min-h-0 flex-1 content-start gap-1 overflow-y-auto p-2">
      <ul aria-label={t('people.title')} className={cn('grid gap-px', stale && 'opacity-60')}>
        {people.map(({ user, state }) => (
          <li key={user.id} data-user-id={user.id} className="flex min-h-11 items-center gap-2.5 rounded-lg px-2">
            <span className="relative">
              <Avatar user={user} className={cn('size-8 text-xs', state === 'idle' && 'opacity-60')} />
              <span
                aria-hidden
                className={cn(
                  'absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full ring-2 ring-canvas',
                  state === 'online' ? 'bg-good' : 'border-2 border-soft bg-canvas',
                )}
              />
            </span>
            <span className="min-w-0 truncate text-sm">
              {user.name}
              {tagOf(user, shared) && <span className="ml-1.5 text-xs text-soft">{tagOf(user, shared)}</span>}
              {user.id === me.id && <span className="ml-1.5 text-xs text-soft">{t('room.you')}</span>}
            </span>
            <span className={cn('ml-auto text-xs text-soft', state === 'online' && 'sr-only')}>{t(`people.${state === 'idle' ? 'idle' : 'online'}`)}</span>
          </li>
        ))}
      </ul>
      {people.length <= 1 && <p className="px-2 pt-2 text-sm text-soft text-pretty">{t('people.alone')}</p>}
    </div>
  );
}
