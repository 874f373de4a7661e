'use client';
import type { ChatView } from '@fourways/chat-client';
import { Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useShowPanel } from '@/features/palette/panel';
import { useChat } from './chat-context';
import { usePeopleShown } from './people-shown';

const presentOf = (view: ChatView) => view.presence.length;

/** How many are here; shows and hides them, or opens them where there is no place beside the conversation. */
export function PeopleButton() {
  const t = useTranslations('people');
  const format = useFormatter();
  const present = useChat(presentOf);
  const show = useShowPanel();
  const { shown, toggle } = usePeopleShown();
  return (
    <Button
      look="ghost"
      size="icon"
      className="w-auto px-2 text-sm"
      aria-label={`${t('open')}: ${t('count', { count: present })}`}
      title={t('open')}
      aria-pressed={shown}
      onClick={() => (window.matchMedia('(min-width: 80rem)').matches ? toggle() : show('people'))}
    >
      <Users />
      <span className="tabular-nums">{format.number(present)}</span>
    </Button>
  );
}
