'use client';
import { useTranslations } from 'next-intl';
import { useContrast } from '@/components/contrast';
import { Segments } from '@/components/ui/segments';
import { LANGUAGES, useLanguage } from '@/components/use-language';
import { useThemeChoice } from '@/components/use-theme-choice';
import { panelToCome } from '@/features/palette/panel-to-come';

export function Appearance() {
  const t = useTranslations();
  const { theme, options, choose } = useThemeChoice();
  const [contrast, setContrast] = useContrast();
  const [language, setLanguage] = useLanguage();

  function speak(next: typeof language) {
    panelToCome.set('settings');
    setLanguage(next);
  }

  const contrasts = [
    { value: 'system', label: t('app.themeSystem') },
    { value: 'more', label: t('settings.contrastMore') },
  ] as const;
  return (
    <>
      <Segments label={t('app.theme')} value={theme} options={options} onChange={choose} />
      <Segments label={t('settings.contrast')} value={contrast} options={contrasts} onChange={setContrast} />
      <Segments label={t('app.language')} value={language} options={LANGUAGES} onChange={speak} />
    </>
  );
}
