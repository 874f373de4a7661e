'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Keys } from '@/components/ui/keys';
import { usePreferences } from '@/features/preferences/use-preferences';
import { comboOf } from './combo-of';
import { keyNames } from './key-names';
import { SHORTCUTS } from './shortcuts';
import { useMac } from './use-mac';

const GROUPS = ['around', 'messages', 'writing'] as const;

/** All keys there are. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('shortcuts');
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('title')} description={t('text')}>
      <div className="grid gap-5">
        {GROUPS.map((group) => (
          <section key={group} className="grid gap-1">
            <h3 className="border-b pb-1.5 text-xs font-medium text-soft">{t(`group.${group}`)}</h3>
            <Rows group={group} />
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Rows({ group }: { group: (typeof GROUPS)[number] }) {
  const t = useTranslations('shortcuts');
  const mac = useMac();
  const [{ sendWith }] = usePreferences();
  return (
    <dl className="grid">
      {SHORTCUTS.filter((shortcut) => shortcut.group === group).map((shortcut) => (
        <div key={shortcut.id} className="flex min-h-10 items-center justify-between gap-4 py-1 text-sm">
          <dt className="text-pretty">{t(`does.${shortcut.id}`)}</dt>
          <dd className="shrink-0">
            <Keys names={keyNames(comboOf(shortcut, sendWith), mac)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
