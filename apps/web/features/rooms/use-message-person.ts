'use client';
import type { User } from '@fourways/chat-core';
import { useCallback } from 'react';
import { toast } from '@/components/toast';
import { useTimeline } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { useOpenRoom } from './use-open-room';
import { useOpenDirect } from './use-open-direct';

/** Goes to the conversation with one person, or to the notes to oneself; resolves when it is on the screen, or was refused. */
export function useMessagePerson(): (user: User) => Promise<void> {
  const { me } = useTimeline();
  const { openToWrite } = useOpenRoom();
  const openDirect = useOpenDirect();
  const errorText = useErrorText();
  return useCallback(
    ({ id }) => openDirect(id === me.id ? [] : [id]).then(openToWrite, (error) => void toast.error(errorText(error))),
    [errorText, me.id, openDirect, openToWrite],
  );
}
