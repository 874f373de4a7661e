'use client';
import { LIMITS, type Message } from '@fourways/chat-core';
import { useLocale, useTranslations } from 'next-intl';
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useShortcodes } from '@/features/emoji/use-shortcodes';
import { usePreferences } from '@/features/preferences/use-preferences';
import { useChatClient } from './chat-context';
import { composerAction } from './composer-key';
import { useErrorText } from './error-text';
import { useWritingHabits } from './use-writing-habits';

/** Edits an own message in its place. A refusal keeps the text. */
export function MessageEditor({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useTranslations();
  const client = useChatClient();
  const errorText = useErrorText();
  const habits = useWritingHabits();
  const field = useRef<HTMLTextAreaElement>(null);
  const replaceShortcode = useShortcodes(field, useLocale());
  const [{ sendWith }] = usePreferences();
  const [text, setText] = useState(message.body);
  const [refusal, setRefusal] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [updatedSeq] = useState(message.updatedSeq);
  const over = text.length - LIMITS.bodyChars;

  async function save() {
    const body = text.trim();
    if (body === message.body) return onDone();
    if (body.length === 0 || over > 0 || saving) return;
    setSaving(true);
    try {
      await client.edit(message.roomId, message.id, body, { updatedSeq, ...calledStill(message.mentions) });
      onDone();
    } catch (error) {
      setRefusal(errorText(error));
      setSaving(false);
    }
  }

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    setText(target.value);
    void replaceShortcode(nativeEvent);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    const action = composerAction(event.nativeEvent, { ...habits(), empty: false });
    if (action === 'cancel') onDone();
    if (action !== 'send') return;
    event.preventDefault();
    void save();
  }

  return (
    <div className="my-1 grid gap-2 rounded-xl border bg-raised p-2 focus-within:border-accent">
      <textarea
        ref={field}
        autoFocus
        onFocus={(event) => event.target.setSelectionRange(text.length, text.length)}
        aria-label={t('message.editLabel')}
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 min-h-10 w-full resize-none rounded-lg bg-transparent px-2 py-1.5 text-base outline-none"
      />
      <div className="flex flex-wrap items-center justify-end gap-2 text-xs text-soft">
        <span role="status" className={refusal || over > 0 ? 'mr-auto px-2 text-danger' : 'mr-auto px-2'}>
          {refusal ?? (over > 0 ? t('composer.over', { count: over }) : t(sendWith === 'enter' ? 'message.editHint' : 'message.editHintCtrlEnter'))}
        </span>
        <Button look="ghost" size="small" onClick={onDone}>
          {t('app.cancel')}
        </Button>
        <Button size="small" disabled={over > 0} onClick={() => void save()}>
          {t('message.save')}
        </Button>
      </div>
    </div>
  );
}

/** An edit calls whom the message called, as far as their names are left; the server sees to that. */
function calledStill(mentions: Message['mentions']): { mentions?: string[] } {
  return mentions ? { mentions: [...mentions.people.map(({ id }) => id), ...(mentions.room ? ['room'] : [])] } : {};
}
