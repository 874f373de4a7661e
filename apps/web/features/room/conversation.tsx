'use client';
import type { OutboxFile } from '@fourways/chat-client';
import type { Message, RoomTimeline } from '@fourways/chat-core';
import { useCallback, useRef, useState } from 'react';
import { useMentions } from '@/features/mentions/use-mentions';
import { ArchivedBanner } from '@/features/rooms/archived-banner';
import { useRoomLabel } from '@/features/rooms/use-room-label';
import { Announcer } from './announcer';
import { Answering } from './answering';
import { useChatClient } from './chat-context';
import { Composer } from './composer';
import { MessageList } from './message-list';
import { TypingLine } from './typing-line';
import { useEditLast } from './use-edit-last';
import { useRoomScreen } from './use-room-screen';
import { useRowActs } from './use-row-acts';

/** Messages, who is typing, and the place to write. */
export function Conversation({ timeline }: { timeline: RoomTimeline }) {
  const { id: roomId, archivedTs } = timeline.room;
  const name = useRoomLabel()(timeline.room);
  const screen = useRoomScreen(timeline);
  const client = useChatClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [posts, setPosts] = useState(0);
  const [answering, setAnswering] = useState<Message | null>(null);
  const userId = screen.me.id;
  const acts = useRowActs({ roomId, userId, field, setEditing, setAnswering, remove: screen.remove });
  const editLast = useEditLast({ entries: screen.entries, userId, field, acts });
  const { sources, calledIn } = useMentions(roomId);

  const post = useCallback(
    (body: string, files: readonly OutboxFile[]) => {
      const mentions = calledIn(body);
      const replyTo = answering && { messageId: answering.id, roomSeq: answering.roomSeq, author: answering.author };
      client.post(roomId, body, { ...(replyTo && { replyTo }), ...(mentions.length > 0 && { mentions }), ...(files.length > 0 && { files }) });
      setPosts((count) => count + 1);
      setAnswering(null);
    },
    [answering, calledIn, client, roomId],
  );

  function answerNot() {
    setAnswering(null);
    field.current?.focus();
  }

  return (
    <>
      <MessageList screen={screen} editing={editing} posts={posts} acts={acts} />
      <TypingLine roomId={roomId} />
      {archivedTs ? (
        <ArchivedBanner room={timeline.room} />
      ) : (
        <Composer field={field} roomId={roomId} roomName={name} userId={userId} sources={sources} onPost={post} onEditLast={editLast} onCancel={answering ? answerNot : undefined}>
          {answering && <Answering message={answering} onCancel={answerNot} />}
        </Composer>
      )}
      <Announcer timeline={timeline} userId={userId} />
    </>
  );
}
