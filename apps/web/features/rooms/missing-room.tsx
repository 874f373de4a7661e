'use client';
import { useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';

/** The room was left, or is not there (any more). */
export function MissingRoom({ left }: { left: boolean }) {
  const t = useTranslations();
  return (
    <div className="grid flex-1 place-items-center p-6">
      <div className="grid max-w-sm justify-items-center gap-3 text-center">
        <h2 className="text-xl font-semibold tracking-tight text-balance">{t(left ? 'rooms.left' : 'pages.notFoundTitle')}</h2>
        <p className="text-soft text-pretty">{t(left ? 'rooms.leftText' : 'pages.notFoundText')}</p>
        <Link href="/rooms" className={buttonLook({ className: 'mt-2' })}>
          {t('rooms.toLobby')}
        </Link>
      </div>
    </div>
  );
}
