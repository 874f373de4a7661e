'use client';
import { Popover } from '@base-ui/react/popover';
import { useTranslations } from 'next-intl';
import { DeliveryAudit } from './delivery-audit';
import { LastSwitch } from './last-switch';
import { MetersTable } from './meters-table';
import { ModeSwitch } from './mode-switch';
import { SharedTab } from './shared-tab';
import { StateLine } from './state-line';

export function DeliveryPanel() {
  const t = useTranslations('delivery');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5 p-4">
      <div className="grid gap-1">
        <Popover.Title className="font-semibold">{t('title')}</Popover.Title>
        <Popover.Description className="text-sm text-soft text-pretty">{t('intro')}</Popover.Description>
      </div>
      <ModeSwitch />
      <StateLine />
      <SharedTab />
      <LastSwitch />
      <DeliveryAudit />
      <MetersTable />
    </div>
  );
}
