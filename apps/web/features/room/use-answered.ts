'use client';
import type { ChatClient, ChatView } from '@fourways/chat-client';
import { type Message, withChange } from '@fourways/chat-core';
import { useEffect, useState } from 'react';
import { useChat, useChatClient, useTimeline } from './chat-context';

/** What each client has asked for, since its last gap: what happened in one nobody has told. */
const asked = new WeakMap<ChatClient, { gapAt: number; answers: Map<string, Promise<Message | undefined>> }>();
const gapAtOf = ({ lastGap }: ChatView) => lastGap?.at ?? 0;

/** The message that is answered: out of what is loaded, else asked for once. Shows what has become of it since. */
export function useAnswered(roomId: string, messageId: string): Message | undefined {
  const client = useChatClient();
  const { rooms, changes } = useTimeline();
  const gapAt = useChat(gapAtOf);
  const loaded = rooms.get(roomId)?.messages.find(({ id }) => id === messageId);
  const [found, setFound] = useState<Message>();
  const missing = !loaded;
  useEffect(() => {
    if (!missing) return;
    let gone = false;
    void ask(client, gapAt, roomId, messageId).then((message) => !gone && setFound(message));
    return () => void (gone = true);
  }, [client, gapAt, roomId, messageId, missing]);
  return loaded ?? (found && withChange(found, changes.get(messageId)));
}

function ask(client: ChatClient, gapAt: number, roomId: string, messageId: string): Promise<Message | undefined> {
  let known = asked.get(client);
  if (known?.gapAt !== gapAt) asked.set(client, (known = { gapAt, answers: new Map() }));
  const { answers } = known;
  const answer = answers.get(messageId) ?? client.message(roomId, messageId).catch(() => void answers.delete(messageId));
  answers.set(messageId, answer as Promise<Message | undefined>);
  return answer as Promise<Message | undefined>;
}
