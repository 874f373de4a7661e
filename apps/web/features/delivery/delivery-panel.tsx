'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import type { PopupProps } from '@/components/ui/popup';
import { useChat } from '@/features/room/chat-context';
import { DeliveryAudit } from './delivery-audit';
import { LastSwitch } from './last-switch';
import { MetersTable } from './meters-table';
import { ModeSwitch } from './mode-switch';
import { SharedTab } from './shared-tab';
import { StateLine } from './state-line';

const modeOf = (view: ChatView) => view.mode;

/** All about the delivery: the switch, its state and its meters. */
export function DeliveryPanel(popup: PopupProps) {
  const t = useTranslations('delivery');
  const mode = useChat(modeOf);
  return (
    <Popover {...popup} titled align="end" collisionAvoidance={{ fallbackAxisSide: 'none' }} className="w-[min(26rem,calc(100vw-1rem))] overflow-y-auto">
      <div data-mode={mode} className="grid grid-cols-[minmax(0,1fr)] gap-3.5 p-4">
        <div className="grid gap-1">
          <Base.Title className="font-semibold">{t('title')}</Base.Title>
          <Base.Description className="text-sm text-soft text-pretty">{t('intro')}</Base.Description>
        </div>
        <ModeSwitch />
        <StateLine />
        <SharedTab />
        <LastSwitch />
        <DeliveryAudit />
        <MetersTable />
      </div>
    </Popover>
  );
}
