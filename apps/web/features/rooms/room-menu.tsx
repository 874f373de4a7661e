'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { RoomMenuItems } from './room-menu-items';

/** What one can do with a room one is in. */
export function RoomMenu({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  return (
    <Menu label={t('options')} trigger={<Ellipsis />} triggerClassName={buttonLook({ look: 'ghost', size: 'icon' })} align="start">
      <RoomMenuItems timeline={timeline} />
    </Menu>
  );
}
