'use client';
import { LIMITS, type Message } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useMentions } from '@/features/mentions/use-mentions';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useUnfinished } from '@/features/version/unfinished';
import { useChatClient } from './chat-context';
import { isComposing } from './composer-key';
import { ComposerCount } from './composer-count';
import { useErrorText } from './error-text';
import { WritingField } from './writing-field';

/** Edits an own message in its place. A refusal keeps the text. */
export function MessageEditor({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useTranslations();
  const client = useChatClient();
  const errorText = useErrorText();
  const field = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const { sources, calledIn } = useMentions(message.roomId, message.mentions?.people);
  const [{ sendWith }] = usePreferences();
  const [text, setText] = useState(message.body);
  const [refusal, setRefusal] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [updatedSeq] = useState(message.updatedSeq);
  const body = text.trim();
  const left = LIMITS.bodyChars - body.length;
  const savable = left >= 0 && (body.length > 0 || message.attachments !== undefined);
  useUnfinished(body !== message.body);

  async function save() {
    if (body === message.body) return onDone();
    if (!savable || saving) return;
    setSaving(true);
    const mentions = calledIn(body);
    try {
      await client.edit(message.roomId, message.id, body, { updatedSeq, ...(mentions.length > 0 && { mentions }) });
      onDone();
    } catch (error) {
      setRefusal(errorText(error));
      setSaving(false);
    }
  }

  return (
    <div className="my-1 grid gap-2 rounded-xl border bg-raised p-2 focus-within:border-accent">
      <div className="relative grid" onKeyDown={keepOwn}>
        <WritingField
          field={field}
          text={text}
          onWrite={setText}
          onSend={() => void save()}
          onCancel={onDone}
          sources={sources}
          autoFocus
          onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
          aria-label={t('message.editLabel')}
          aria-describedby={countId}
          className="max-h-60 rounded-lg px-2 py-1.5"
        />
        <ComposerCount id={countId} left={left} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 text-xs text-soft">
        <span role="status" className={refusal ? 'mr-auto px-2 text-danger' : 'mr-auto px-2'}>
          {refusal ?? t(sendWith === 'enter' ? 'message.editHint' : 'message.editHintCtrlEnter')}
        </span>
        <Button look="ghost" size="small" onClick={onDone}>
          {t('app.cancel')}
        </Button>
        <Button size="small" disabled={!savable} onClick={() => void save()}>
          {t('message.save')}
        </Button>
      </div>
    </div>
  );
}

/** An Esc that ends the editor, or closes what it suggests, does no more; neither do keys that compose. All others are the page's as well. */
function keepOwn(event: KeyboardEvent): void {
  const cancels = event.key === 'Escape' && !event.shiftKey;
  if (cancels || isComposing(event.nativeEvent)) event.stopPropagation();
}
