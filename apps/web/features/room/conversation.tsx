'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ArchivedBanner } from '@/features/rooms/archived-banner';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import { Announcer } from './announcer';
import { useChatClient } from './chat-context';
import { Composer } from './composer';
import { draftKey, drafts } from './drafts';
import { isEcho } from './entry';
import { MessageList } from './message-list';
import { TypingLine } from './typing-line';
import { useRoomScreen } from './use-room-screen';

/** Messages, who is typing, and the place to write. */
export function Conversation({ timeline }: { timeline: RoomTimeline }) {
  const { id: roomId, archivedTs } = timeline.room;
  const name = useRoomLabel()(timeline.room);
  const screen = useRoomScreen(timeline);
  const client = useChatClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const userId = screen.me.id;
  useEffect(() => {
    document.title = `${name} · Fourways`;
  }, [name]);

  const edit = useCallback((messageId: string | null) => {
    setEditing(messageId);
    if (messageId === null) field.current?.focus();
  }, []);

  const withdraw = useCallback(
    (clientMsgId: string, keep: boolean) => {
      const entry = client.cancel(clientMsgId);
      if (!entry || !keep) return;
      const key = draftKey(userId, roomId);
      drafts.set(key, [drafts.get(key), entry.body].filter(Boolean).join('\n'));
      field.current?.focus();
    },
    [client, userId, roomId],
  );

  function editLast() {
    const last = screen.entries.findLast((entry) => !isEcho(entry) && entry.author.id === userId && !entry.removed);
    if (last && !isEcho(last)) setEditing(last.id);
  }

  return (
    <>
      <MessageList screen={screen} editing={editing} onEdit={edit} onWithdraw={withdraw} />
      <TypingLine roomId={roomId} />
      {archivedTs ? <ArchivedBanner room={timeline.room} /> : <Composer field={field} roomId={roomId} roomName={name} userId={userId} onEditLast={editLast} />}
      <Announcer timeline={timeline} userId={userId} />
    </>
  );
}
