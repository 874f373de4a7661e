'use client';
import type { Message } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { toast } from '@/components/toast';
import { copyText } from '@/components/copy-text';
import { chooseAgain } from '@/features/attachments/choose-again';
import { chosenFilesKey } from '@/features/attachments/chosen-files';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { useChatClient } from './chat-context';
import { draftKey, drafts } from './drafts';
import { useErrorText } from './error-text';
import type { RowActs } from './row-acts';
import { linkTo } from './use-permalink';

interface Place {
  readonly roomId: string;
  readonly userId: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Sets which message is edited, answered, or about to be removed. */
  readonly setEditing: (messageId: string | null) => void;
  readonly setAnswering: (message: Message) => void;
  readonly remove: (messageId: string) => void;
}

/** What the rows of a conversation can have done. */
export function useRowActs({ roomId, userId, field, setEditing, setAnswering, remove }: Place): RowActs {
  const t = useTranslations('message');
  const client = useChatClient();
  const errorText = useErrorText();
  const { open } = useOpenRoom();
  return useMemo<RowActs>(() => {
    const tell = (work: Promise<unknown>) => void work.catch((error) => toast.error(errorText(error)));
    const write = () => field.current?.focus();
    return {
      edit(messageId) {
        setEditing(messageId);
        if (messageId === null) write();
      },
      remove,
      withdraw(clientMsgId, keep) {
        const entry = client.cancel(clientMsgId);
        if (!entry || !keep) return;
        const key = draftKey(userId, roomId);
        drafts.set(key, [drafts.get(key), entry.body].filter(Boolean).join('\n'));
        if (entry.files) chooseAgain(client, chosenFilesKey(userId, roomId), roomId, entry.files);
        write();
      },
      reply(message) {
        setAnswering(message);
        write();
      },
      react({ id, reactions = [] }, emoji) {
        const mine = reactions.some((reaction) => reaction.emoji === emoji && reaction.users.some((user) => user.id === userId));
        tell(client.react(roomId, id, emoji, !mine));
      },
      markUnread: ({ number }) => tell(client.markUnread(roomId, number - 1)),
      copyLink: ({ id }) => void copyText(linkTo(id)).then(() => toast(t('linkCopied'))),
      jumpTo: (messageId) => open(roomId, messageId),
    };
  }, [client, errorText, field, open, remove, roomId, setAnswering, setEditing, t, userId]);
}
