'use client';
import type { ChatView, OutboxFile } from '@fourways/chat-client';
import { LIMITS } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { toast } from '@/components/toast';
import { useChat, useChatClient } from '@/features/room/chat-context';
import { useUnfinished } from '@/features/version/unfinished';
import { beginUpload } from './begin-upload';
import { chosenFrom, isInterrupted } from './chosen-file';
import { chosenFiles, chosenFilesKey, useChosenFiles } from './chosen-files';

const uploadsOf = (view: ChatView) => view.uploads;

/** The files beside what is being written in a room: chosen, uploaded at once, and taken along with the message. */
export function useAttaching(userId: string, roomId: string) {
  const t = useTranslations('files');
  const client = useChatClient();
  const key = chosenFilesKey(userId, roomId);
  const files = useChosenFiles(key);
  const uploads = useChat(uploadsOf);
  useUnfinished(files.some(({ content, attachment }) => content && !attachment));
  const sendable = files.filter((file) => !isInterrupted(file) && uploads.get(file.uploadId)?.status !== 'failed');

  const acts = useMemo(
    () => ({
      add(list: readonly File[]) {
        const room = LIMITS.attachments - chosenFiles.get(key).length;
        if (list.length > room) toast.error(t('tooMany', { count: LIMITS.attachments }));
        const added = list.slice(0, Math.max(0, room)).map(chosenFrom);
        chosenFiles.add(key, added);
        for (const file of added) void beginUpload(client, key, roomId, file);
      },
      remove(uploadId: string) {
        client.cancelUpload(uploadId);
        chosenFiles.remove(key, [uploadId]);
      },
      retry(file: OutboxFile) {
        void beginUpload(client, key, roomId, file);
      },
      describe(uploadId: string, alt: string) {
        chosenFiles.change(key, uploadId, (file) => ({ ...file, alt }));
      },
    }),
    [client, key, roomId, t],
  );

  /** Those that can go now; what was refused or interrupted stays. */
  function take(): OutboxFile[] {
    const taken = chosenFiles.get(key).filter((file) => sendable.some(({ uploadId }) => uploadId === file.uploadId));
    chosenFiles.remove(key, taken.map(({ uploadId }) => uploadId));
    return taken.map((file) => ({ ...file, ...(file.alt !== undefined && { alt: file.alt.trim() }) }));
  }

  return { files, uploads, ready: sendable.length > 0, take, ...acts };
}

export type Attaching = ReturnType<typeof useAttaching>;
