'use client';
import type { Room } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { toast } from '@/components/toast';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';

/** Asks before a room is put away for everyone, or taken out again. */
export function ArchiveDialog({ room, open, onClose }: { room: Room; open: boolean; onClose: () => void }) {
  const t = useTranslations('roomDetails');
  const client = useChatClient();
  const errorText = useErrorText();
  const away = !room.archivedTs;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={t(away ? 'archiveTitle' : 'reopenTitle', { room: room.name })}
      text={t(away ? 'archiveText' : 'reopenText')}
      action={t(away ? 'archive' : 'reopen')}
      onConfirm={() => void client.changeRoom(room.id, { archived: away }).catch((error: unknown) => toast.error(errorText(error)))}
    />
  );
}
