'use client';
import { type Message, withChange } from '@fourways/chat-core';
import { useEffect, useState } from 'react';
import { useChatClient, useTimeline } from './chat-context';

/** Messages that were asked for one by one, for as long as the page lives. */
const asked = new Map<string, Promise<Message | undefined>>();

/** The message that is answered: out of what is loaded, else asked for once. Shows what has become of it since. */
export function useAnswered(roomId: string, messageId: string): Message | undefined {
  const client = useChatClient();
  const { rooms, changes } = useTimeline();
  const loaded = rooms.get(roomId)?.messages.find(({ id }) => id === messageId);
  const [found, setFound] = useState<Message>();
  const missing = !loaded;
  useEffect(() => {
    if (!missing) return;
    let gone = false;
    const answer = asked.get(messageId) ?? client.message(roomId, messageId).catch(() => void asked.delete(messageId));
    asked.set(messageId, answer as Promise<Message | undefined>);
    void answer.then((message) => !gone && setFound(message ?? undefined));
    return () => void (gone = true);
  }, [client, roomId, messageId, missing]);
  return loaded ?? (found && withChange(found, changes.get(messageId)));
}
