'use client';
import type { ChatView } from '@fourways/chat-client';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useChat } from '@/features/room/chat-context';
import { tagOf } from '@/features/room/namesakes';
import { useSharedNames } from '@/features/room/use-shared-names';
import { PersonLine } from './person-line';

const presenceOf = (view: ChatView) => view.presence;
const staleOf = (view: ChatView) => view.status === 'offline' || view.status === 'signed-out';

/** Who is here now. Two of one name are told apart by colour and tag. */
export function PeopleList({ onGo }: { onGo?: () => void }) {
  const t = useTranslations('people');
  const locale = useLocale();
  const presence = useChat(presenceOf);
  const stale = useChat(staleOf);
  const shared = useSharedNames();
  const people = presence.toSorted((a, b) => a.user.name.localeCompare(b.user.name, locale) || (a.user.id < b.user.id ? -1 : 1));
  return (
    <div className="grid min-h-0 flex-1 content-start gap-1 overflow-y-auto p-2">
      <ul aria-label={t('title')} className={cn('grid gap-px', stale && '[&>li>:first-child]:grayscale')}>
        {people.map(({ user }) => (
          <PersonLine key={user.id} user={user} tag={tagOf(user, shared)} onGo={onGo} />
        ))}
      </ul>
      {people.length <= 1 && <p className="px-2 pt-2 text-sm text-soft text-pretty">{t('alone')}</p>}
    </div>
  );
}
