'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/toast';
import { Button } from '@/components/ui/button';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';

/** The door to a public room. */
export function JoinRoom({ timeline: { room } }: { timeline: RoomTimeline }) {
  const t = useTranslations('rooms');
  const client = useChatClient();
  const errorText = useErrorText();
  const [joining, setJoining] = useState(false);

  async function join() {
    setJoining(true);
    try {
      await client.joinRoom(room.id);
    } catch (error) {
      setJoining(false);
      toast.error(errorText(error));
    }
  }

  return (
    <div className="grid flex-1 place-items-center p-6">
      <div className="grid max-w-sm justify-items-center gap-3 text-center">
        <h2 className="text-xl font-semibold tracking-tight text-balance wrap-anywhere">{t('joinTitle', { room: room.name })}</h2>
        <p className="text-soft text-pretty">{t('joinText')}</p>
        <Button size="large" className="mt-2" disabled={joining} onClick={() => void join()}>
          {t('join')}
        </Button>
      </div>
    </div>
  );
}
