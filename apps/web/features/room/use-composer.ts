'use client';
import type { OutboxFile } from '@fourways/chat-client';
import { LIMITS } from '@fourways/chat-core';
import type { RefObject } from 'react';
import { useAttaching } from '@/features/attachments/use-attaching';
import { draftKey, drafts, useDraft } from './drafts';
import { useDraftField } from './use-draft-field';
import { useTypingNotice } from './use-typing-notice';

export interface ComposerPlace {
  field: RefObject<HTMLTextAreaElement | null>;
  roomId: string;
  userId: string;
  /** Sends what was written. */
  onPost: (body: string, files: readonly OutboxFile[]) => void;
}

/** What is being written in a room, and its way out. */
export function useComposer({ field, roomId, userId, onPost }: ComposerPlace) {
  const key = draftKey(userId, roomId);
  const text = useDraft(key);
  const tell = useTypingNotice(roomId);
  const attaching = useAttaching(userId, roomId);
  useDraftField(field, key, text);

  /** Asks the draft itself, not the screen: a second click in the same moment finds it empty. */
  function send() {
    field.current?.focus();
    const body = drafts.get(key).trim();
    if (body.length > LIMITS.bodyChars) return;
    const files = attaching.take();
    if (!body && files.length === 0) return;
    tell(false);
    onPost(body, files);
    drafts.set(key, '');
  }

  function change(next: string) {
    drafts.set(key, next);
    tell(next.trim().length > 0);
  }

  const select = (from: number, to: number) => drafts.select(key, from, to);
  const body = text.trim();
  const left = LIMITS.bodyChars - body.length;
  const ready = left >= 0 && (body.length > 0 || attaching.ready);
  return { text, left, ready, attaching, send, change, select, leave: () => tell(false) };
}
