'use client';
import { type ChatError, type CreateRoom, LIMITS, RoomName } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { nameProblem } from '@/components/name-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { RoomKindChoice } from './room-kind-choice';
import { TopicField } from './topic-field';
import { untilRoom } from './until-room';

interface CreateRoomDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCreated: (roomId: string) => void;
}

export function CreateRoomDialog({ open, onOpenChange, onCreated }: CreateRoomDialogProps) {
  const t = useTranslations('rooms');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('create')}>
      <CreateRoomForm
        onCreated={(roomId) => {
          onOpenChange(false);
          onCreated(roomId);
        }}
      />
    </Dialog>
  );
}

function CreateRoomForm({ onCreated }: Pick<CreateRoomDialogProps, 'onCreated'>) {
  const t = useTranslations('rooms');
  const client = useChatClient();
  const errorText = useErrorText();
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<CreateRoom['kind']>('public');
  const [topic, setTopic] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || topic.length > LIMITS.topicChars) return;
    const name = field.current?.value ?? '';
    const problem = nameProblem(RoomName, name);
    if (problem) return refuse(t(problem, { limit: LIMITS.roomNameChars }));
    setBusy(true);
    try {
      const { event: created } = await client.createRoom(name, kind, topic);
      if (!created) return;
      await untilRoom(client, created.roomId, (room) => room?.joined === true);
      onCreated(created.roomId);
    } catch (error) {
      setBusy(false);
      refuse((error as ChatError).code === 'room_name_taken' ? t('taken') : errorText(error));
    }
  }

  function refuse(why: string) {
    setRefusal(why);
    field.current?.focus();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <TextField
        ref={field}
        label={t('name')}
        placeholder={t('namePlaceholder')}
        error={refusal}
        autoFocus
        autoComplete="off"
        onInput={() => setRefusal(undefined)}
      />
      <TopicField value={topic} onChange={setTopic} />
      <RoomKindChoice value={kind} onChange={setKind} />
      <Button type="submit" size="large" aria-disabled={busy}>
        {t('createSubmit')}
      </Button>
    </form>
  );
}
