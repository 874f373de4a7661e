'use client';
import type { ChatView } from '@fourways/chat-client';
import { messagesWithEcho } from '@fourways/chat-client';
import type { RoomTimeline, User } from '@fourways/chat-core';
import { useCallback, useMemo } from 'react';
import { toast } from 'sonner';
import { useChat, useChatClient, useChatStore, useTimeline } from './chat-context';
import type { Entry } from './entry';
import { useErrorText } from './error-text';
import { useSharedNames } from './use-shared-names';

const outboxOf = (view: ChatView) => view.outbox;

export interface RoomScreenState {
  readonly me: User;
  readonly room: RoomTimeline;
  readonly entries: readonly Entry[];
  /** Names that need a tag. */
  readonly shared: ReadonlySet<string>;
  readonly remove: (messageId: string) => void;
}

/** Everything the screen of one joined room shows and does. */
export function useRoomScreen(room: RoomTimeline): RoomScreenState {
  const store = useChatStore();
  const client = useChatClient();
  const errorText = useErrorText();
  const { me } = useTimeline();
  const outbox = useChat(outboxOf);
  const roomId = room.room.id;

  const entries = useMemo(
    () => messagesWithEcho({ ...store.view(), timeline: store.timeline(), outbox }, roomId),
    // `room` and `outbox` are what the answer is made of.
    [store, room, outbox, roomId],
  );
  const shared = useSharedNames();
  const remove = useCallback(
    (messageId: string) => void client.remove(roomId, messageId).catch((error) => toast.error(errorText(error))),
    [client, roomId, errorText],
  );
  return { me, room, entries, shared, remove };
}
