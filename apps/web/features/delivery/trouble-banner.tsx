'use client';
import type { ChatView } from '@fourways/chat-client';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useChat } from '@/features/room/chat-context';
import { Link } from '@/i18n/navigation';
import { offerOf } from './offer-of';
import { useLasting } from './use-lasting';

const statusOf = (view: ChatView) => view.status;

const texts = {
  idle: 'connecting',
  connecting: 'connecting',
  'catching-up': 'catchingUp',
  offline: 'offline',
  closed: 'offline',
  'signed-out': 'signedOut',
} as const;

/** Says what is wrong after 5 s of trouble, and what still works; where only the mode is to blame, the offer of another one does. */
export function TroubleBanner() {
  const t = useTranslations('banner');
  const status = useChat(statusOf);
  const lasting = useLasting(status !== 'in-sync', 5_000);
  const offered = useChat(offerOf) !== null;
  const shown = status !== 'in-sync' && ((lasting && !offered) || status === 'signed-out');
  return (
    <div role="status" data-testid="banner">
      {shown && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-warn/12 px-4 py-2 text-sm sm:px-6">
          <CloudOff className="size-4 shrink-0 text-warn" aria-hidden />
          <p className="min-w-0 flex-1 text-pretty">{t(texts[status])}</p>
          {status === 'signed-out' && (
            <Link href="/" className="inline-flex min-h-8 items-center font-medium underline underline-offset-2">
              {t('signIn')}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
