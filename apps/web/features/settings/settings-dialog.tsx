'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Appearance } from './appearance';
import { KeySettings } from './key-settings';
import { NotificationSettings } from './notification-settings';
import { QuietHours } from './quiet-hours-setting';
import { SoundSetting } from './sound-setting';
import { WritingSettings } from './writing-settings';

interface SettingsDialogProps {
  open: boolean;
  onClose: () => void;
  onShowShortcuts: () => void;
}

/** What a person wants on this device. */
export function SettingsDialog({ open, onClose, onShowShortcuts }: SettingsDialogProps) {
  const t = useTranslations('settings');
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('title')} description={t('text')}>
      <div className="grid gap-6">
        <Section title={t('appearance')}>
          <Appearance />
        </Section>
        <Section title={t('news')}>
          <NotificationSettings />
          <SoundSetting />
          <QuietHours />
        </Section>
        <Section title={t('writing')}>
          <WritingSettings />
        </Section>
        <Section title={t('keyboard')}>
          <KeySettings onShowShortcuts={onShowShortcuts} />
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h3 className="border-b pb-1.5 text-xs font-medium text-soft">{title}</h3>
      {children}
    </section>
  );
}
