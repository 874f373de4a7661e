import { MODES } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { ModeMark } from '@/features/delivery/mode-mark';
import { WayLane } from './way-lane';

/** The four ways, each with its line on the wire. */
export function FourWays() {
  const t = useTranslations();
  return (
    <section aria-labelledby="ways" className="overflow-hidden rounded-3xl border bg-surface shadow-panel">
      <h2 id="ways" className="sr-only">
        {t('signIn.waysTitle')}
      </h2>
      <ul className="divide-y">
        {MODES.map((mode) => (
          <li key={mode} data-mode={mode} className="grid gap-3 p-5 sm:px-7 sm:py-6">
            <div className="flex items-center gap-3">
              <ModeMark mode={mode} className="size-6" />
              <h3 className="font-semibold">{t(`ways.${mode}.name`)}</h3>
            </div>
            <WayLane mode={mode} />
            <p className="text-sm text-soft text-pretty">{t(`ways.${mode}.story`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
