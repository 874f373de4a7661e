'use client';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazily } from '@/components/lazily';
import { Avatar } from '@/components/ui/avatar';
import { PopupButton } from '@/components/ui/popup-button';
import { useTimeline } from '@/features/room/chat-context';

const MeMenu = lazily(() => import('./me-menu').then((module) => module.MeMenu));

/** Who one is here; opens the choices that are one's own. */
export function MeCard() {
  const t = useTranslations('me');
  const { me } = useTimeline();
  return (
    <PopupButton
      kind="menu"
      label={`${me.name}, ${t('menu')}`}
      popup={MeMenu}
      about={{}}
      className="m-2 flex items-center gap-2.5 rounded-xl p-2 text-left text-sm transition-colors hover:bg-ink/6 data-popup-open:bg-ink/6"
    >
      <Avatar user={me} size="medium" />
      <span className="min-w-0 flex-1 truncate font-medium">{me.name}</span>
      <ChevronsUpDown className="size-4 text-soft" />
    </PopupButton>
  );
}
