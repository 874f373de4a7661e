'use client';
import type { Room, User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/toast';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useChatClient, useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { PeoplePicker } from './people-picker';

interface AddPeopleDialogProps {
  room: Room;
  open: boolean;
  onClose: () => void;
}

/** Brings people into a room. */
export function AddPeopleDialog({ room, open, onClose }: AddPeopleDialogProps) {
  const t = useTranslations('rooms');
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('addTitle', { room: room.name })} description={t('addText')}>
      <AddPeopleForm room={room} onDone={onClose} />
    </Dialog>
  );
}

function AddPeopleForm({ room, onDone }: { room: Room; onDone: () => void }) {
  const t = useTranslations('rooms');
  const client = useChatClient();
  const { me } = useTimeline();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<User[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  /** Those who are in do not stay to be added again when the next one is refused. */
  async function add() {
    if (busy || chosen.length === 0) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      for (const user of chosen) {
        await client.addMember(room.id, user.id);
        setChosen((left) => left.filter(({ id }) => id !== user.id));
      }
      toast.success(t('added', { count: chosen.length, name: chosen[0]!.name, room: room.name }));
      onDone();
    } catch (error) {
      setRefusal(errorText(error));
      setBusy(false);
    }
  }

  return (
    <div className="grid gap-4">
      <PeoplePicker label={t('addWhom')} chosen={chosen} onChange={setChosen} without={new Set([me.id])} />
      {refusal && (
        <p role="alert" className="text-sm text-danger">
          {refusal}
        </p>
      )}
      <Button size="large" aria-disabled={busy || chosen.length === 0} onClick={() => void add()}>
        {t('addLabel')}
      </Button>
    </div>
  );
}
