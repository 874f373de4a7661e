'use client';
import { LIMITS } from '@fourways/chat-core';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useChatClient } from './chat-context';
import { composerAction } from './composer-key';
import { drafts, draftKey, useDraft } from './drafts';

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  roomId: string;
  roomName: string;
  userId: string;
  onEditLast: () => void;
}

export function Composer({ field, roomId, roomName, userId, onEditLast }: ComposerProps) {
  const t = useTranslations('composer');
  const client = useChatClient();
  const key = draftKey(userId, roomId);
  const text = useDraft(key);
  const left = LIMITS.bodyChars - text.length;
  const ready = text.trim().length > 0 && left >= 0;

  function send() {
    field.current?.focus();
    if (!ready) return;
    client.setTyping(roomId, false);
    client.post(roomId, text.trim());
    drafts.set(key, '');
  }

  function change(next: string) {
    drafts.set(key, next);
    client.setTyping(roomId, next.trim().length > 0);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const touch = window.matchMedia('(pointer: coarse)').matches;
    const action = composerAction(event.nativeEvent, { touch, empty: text.length === 0 });
    if (action === 'type') return;
    event.preventDefault();
    if (action === 'edit-last') onEditLast();
    else if (!event.repeat) send();
  }

  return (
    <div className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
      <div className="flex flex-wrap items-end gap-x-1 rounded-2xl border bg-raised p-1.5 shadow-panel transition-colors focus-within:border-accent">
        <textarea
          ref={field}
          id="composer"
          rows={1}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => client.setTyping(roomId, false)}
          aria-label={t('label', { room: roomName })}
          aria-describedby="composer-hint composer-count"
          placeholder={t('placeholder', { room: roomName })}
          enterKeyHint="enter"
          className="field-sizing-content max-h-[40dvh] min-h-10 w-full min-w-0 flex-1 resize-none bg-transparent px-3 py-2 text-base leading-6 outline-none placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap placeholder:text-soft"
        />
        <Button
          look="accent"
          size="icon"
          className="m-0.5 rounded-xl"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!ready}
          onPointerDown={(event) => event.preventDefault()}
          onClick={send}
        >
          <ArrowUp />
        </Button>
        <Count left={left} />
      </div>
      <p id="composer-hint" className="sr-only">
        {t('hint')}
      </p>
    </div>
  );
}

/** Speaks up in the last tenth. What is too long is kept; it only cannot be sent. */
function Count({ left }: { left: number }) {
  const t = useTranslations('composer');
  const close = left <= LIMITS.bodyChars / 10;
  return (
    <span id="composer-count" role="status" className={cn('basis-full pr-2 text-right text-xs leading-none tabular-nums not-empty:py-1', left < 0 ? 'text-danger' : 'text-soft')}>
      {close && (left < 0 ? t('over', { count: -left }) : t('left', { count: left }))}
    </span>
  );
}
