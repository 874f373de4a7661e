'use client';
import type { ChatView } from '@fourways/chat-client';
import type { Room, User } from '@fourways/chat-core';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useChat, useChatClient, useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { tagOf } from '@/features/room/namesakes';
import { useSharedNames } from '@/features/room/use-shared-names';

const presenceOf = (view: ChatView) => view.presence;

interface AddPeopleDialogProps {
  room: Room;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Adds those who are here now to a private room. */
export function AddPeopleDialog({ room, open, onOpenChange }: AddPeopleDialogProps) {
  const t = useTranslations('rooms');
  const { me } = useTimeline();
  const people = useChat(presenceOf).map(({ user }) => user);
  const shared = useSharedNames();
  const others = people.filter(({ id }) => id !== me.id);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('addTitle', { room: room.name })} description={t('addText')}>
      {others.length === 0 && <p className="rounded-xl bg-sunken p-4 text-sm text-soft">{t('nobodyToAdd')}</p>}
      <ul className="grid gap-1">
        {others.map((user) => (
          <li key={user.id}>
            <Person room={room} user={user} tag={tagOf(user, shared)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Person({ room, user, tag }: { room: Room; user: User; tag: string | null }) {
  const t = useTranslations('rooms');
  const client = useChatClient();
  const errorText = useErrorText();
  const [state, setState] = useState<'out' | 'busy' | 'in'>('out');

  async function add() {
    if (state !== 'out') return;
    setState('busy');
    try {
      await client.addMember(room.id, user.id);
      setState('in');
      toast.success(t('added', { name: user.name, room: room.name }));
    } catch (error) {
      setState('out');
      toast.error(errorText(error));
    }
  }

  return (
    <div className="flex items-center gap-3 rounded-lg p-1.5">
      <Avatar user={user} />
      <span className="min-w-0 flex-1 truncate text-sm font-medium">
        {user.name} {tag && <span className="text-xs font-normal text-soft">{tag}</span>}
      </span>
      {state === 'in' ? (
        <span className="inline-flex items-center gap-1 px-2 text-sm text-good">
          <Check className="size-4" /> {t('addedLabel')}
        </span>
      ) : (
        <Button look="outline" size="small" aria-label={t('add', { name: user.name })} disabled={state === 'busy'} onClick={() => void add()}>
          {t('addLabel')}
        </Button>
      )}
    </div>
  );
}
