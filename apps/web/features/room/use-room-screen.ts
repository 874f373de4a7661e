'use client';
import type { ChatView } from '@fourways/chat-client';
import { messagesWithEcho } from '@fourways/chat-client';
import { PATHS, type RoomTimeline, type User } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { partingRequest } from '@/features/undo/parting-request';
import { usePending } from '@/features/undo/use-pending';
import { useUndoable } from '@/features/undo/use-undoable';
import { useChat, useChatClient, useChatStore, useTimeline } from './chat-context';
import { type Entry, isEcho } from './entry';
import { useSharedNames } from './use-shared-names';

const outboxOf = (view: ChatView) => view.outbox;

export interface RoomScreenState {
  readonly me: User;
  readonly room: RoomTimeline;
  readonly entries: readonly Entry[];
  /** Names that need a tag. */
  readonly shared: ReadonlySet<string>;
  /** Can be undone for a while. */
  readonly remove: (messageId: string) => void;
}

/** Everything the screen of one joined room shows and does. */
export function useRoomScreen(room: RoomTimeline): RoomScreenState {
  const store = useChatStore();
  const client = useChatClient();
  const t = useTranslations('undo');
  const undoable = useUndoable();
  const pending = usePending();
  const { me } = useTimeline();
  const outbox = useChat(outboxOf);
  const roomId = room.room.id;

  const entries = useMemo(
    () => shown(messagesWithEcho({ ...store.view(), timeline: store.timeline(), outbox }, roomId), pending),
    // `room`, `outbox` and `pending` are what the answer is made of.
    [store, room, outbox, pending, roomId],
  );
  const shared = useSharedNames();
  const remove = useCallback(
    (messageId: string) =>
      undoable({
        key: removing(messageId),
        text: t('removed'),
        run: () => client.remove(roomId, messageId),
        parting: () => partingRequest('DELETE', `${PATHS.rooms}/${roomId}/messages/${messageId}`),
      }),
    [client, roomId, t, undoable],
  );
  return { me, room, entries, shared, remove };
}

/** The key under which the removal of a message can be undone. */
function removing(messageId: string): string {
  return `remove:${messageId}`;
}

/** What is being removed is gone from the screen at once. */
function shown(entries: readonly Entry[], pending: ReadonlySet<string>): readonly Entry[] {
  return pending.size === 0 ? entries : entries.filter((entry) => isEcho(entry) || !pending.has(removing(entry.id)));
}
