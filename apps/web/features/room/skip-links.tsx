'use client';
import { useTranslations } from 'next-intl';
import { useCurrentRoom } from './use-current-room';

const look =
  'absolute top-2 left-2 z-50 -translate-y-16 rounded-lg bg-ink px-4 py-2 text-sm font-medium text-on-ink focus:translate-y-0';

/** To what there is: who has not joined a room reads nothing, and nothing is written in an archived one. */
export function SkipLinks() {
  const t = useTranslations('app');
  const timeline = useCurrentRoom();
  if (!timeline?.joined) return null;
  return (
    <>
      <a href="#messages" className={look}>
        {t('skipToMessages')}
      </a>
      {!timeline.room.archivedTs && (
        <a href="#composer" className={look}>
          {t('skipToComposer')}
        </a>
      )}
    </>
  );
}
