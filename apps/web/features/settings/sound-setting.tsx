'use client';
import { useTranslations } from 'next-intl';
import { Segments } from '@/components/ui/segments';
import { playBell } from '@/features/awareness/bell-sound';
import type { Preferences } from '@/features/preferences/preferences';
import { usePreferences } from '@/features/preferences/use-preferences';

const SOUNDS = ['personal', 'all', 'none'] as const;

/** What is to be heard. A choice is heard at once. */
export function SoundSetting() {
  const t = useTranslations('settings');
  const [{ sounds }, prefer] = usePreferences();

  function choose(chosen: Preferences['sounds']) {
    prefer({ sounds: chosen });
    if (chosen !== 'none') void playBell();
  }

  return <Segments label={t('sounds')} value={sounds} options={SOUNDS.map((value) => ({ value, label: t(`sound.${value}`) }))} onChange={choose} />;
}
