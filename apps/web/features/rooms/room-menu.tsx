'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { Ellipsis, LogOut, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { buttonLook } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { AddPeopleDialog } from './add-people-dialog';

/** What one can do with a room one is in. */
export function RoomMenu({ timeline: { room } }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  const client = useChatClient();
  const errorText = useErrorText();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState(false);

  function leave() {
    client.leaveRoom(room.id).catch((error) => toast.error(errorText(error)));
  }

  return (
    <>
      <Menu label={t('options')} trigger={<Ellipsis />} triggerClassName={buttonLook({ look: 'ghost', size: 'icon' })} align="start">
        {room.kind === 'private' && (
          <MenuItem onSelect={() => setAdding(true)}>
            <UserPlus /> {t('addPeople')}
          </MenuItem>
        )}
        <MenuItem onSelect={() => setLeaving(true)} danger>
          <LogOut /> {t('leave')}
        </MenuItem>
      </Menu>
      <AddPeopleDialog room={room} open={adding} onOpenChange={setAdding} />
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t('leaveTitle', { room: room.name })}
        text={t(room.kind === 'private' ? 'leavePrivate' : 'leavePublic')}
        action={t('leave')}
        onConfirm={leave}
      />
    </>
  );
}
