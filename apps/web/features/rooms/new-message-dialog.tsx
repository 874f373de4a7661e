'use client';
import { LIMITS, type User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { PeoplePicker } from './people-picker';
import { useOpenDirect } from './use-open-direct';

interface NewMessageDialogProps {
  open: boolean;
  onClose: () => void;
  onOpened: (roomId: string) => void;
}

/** Whom to talk to: one, a few, or nobody but oneself. */
export function NewMessageDialog({ open, onClose, onOpened }: NewMessageDialogProps) {
  const t = useTranslations('direct');
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('new')} description={t('newText')}>
      <NewMessageForm onOpened={onOpened} />
    </Dialog>
  );
}

function NewMessageForm({ onOpened }: Pick<NewMessageDialogProps, 'onOpened'>) {
  const t = useTranslations('direct');
  const { me } = useTimeline();
  const openDirect = useOpenDirect();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<User[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const most = LIMITS.directPeople - 1;
  const problem = chosen.length > most ? t('tooMany', { limit: most }) : refusal;

  async function submit() {
    if (busy || chosen.length > most) return;
    setBusy(true);
    try {
      onOpened(await openDirect(chosen.map(({ id }) => id)));
    } catch (error) {
      setRefusal(errorText(error));
      setBusy(false);
    }
  }

  function choose(next: User[]) {
    setRefusal(undefined);
    setChosen(next);
  }

  return (
    <div className="grid gap-4">
      <PeoplePicker label={t('to')} chosen={chosen} onChange={choose} without={new Set([me.id])} />
      <p role={problem ? 'alert' : undefined} className={problem ? 'text-sm text-danger' : 'hidden'}>
        {problem}
      </p>
      <Button size="large" aria-disabled={busy || chosen.length > most} onClick={() => void submit()}>
        {t(chosen.length === 0 ? 'openNotes' : 'open')}
      </Button>
    </div>
  );
}
