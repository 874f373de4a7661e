'use client';
import { LIMITS } from '@fourways/chat-core';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { versionWatch } from '@/features/version/version-watch';
import type { PanelDialogsProps } from './panel-dialogs';
import { PALETTE } from './palette-look';

const FIELDS = ['palette', 'search'] as const;

/**
 * Takes what is typed while the palette, or the search, is being fetched: it is not to go into the message one was writing.
 * With a newer version it may never come, and is not waited for.
 */
export function PanelStandIn({ panel, words, setWords, close }: PanelDialogsProps) {
  const newer = useSyncExternalStore(versionWatch.subscribe, versionWatch.known, () => undefined);
  const field = FIELDS.find((each) => each === panel);
  return field && !newer ? <Field key={field} name={field} words={words} onType={setWords} onClose={() => close(field)} /> : null;
}

interface FieldProps {
  name: (typeof FIELDS)[number];
  words: string;
  onType: (words: string) => void;
  onClose: () => void;
}

function Field({ name, words, onType, onClose }: FieldProps) {
  const t = useTranslations(name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => takeFocus(field.current!), []);

  function hear(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
  }

  return (
    <>
      <div className={PALETTE.backdrop} onClick={onClose} aria-hidden />
      <div role="dialog" aria-modal aria-busy aria-label={t('title')} className={PALETTE.box}>
        <div className={PALETTE.head}>
          <Search className="size-4 shrink-0 text-soft" aria-hidden />
          <input
            ref={field}
            aria-label={t('title')}
            placeholder={t('placeholder')}
            maxLength={LIMITS.queryChars}
            value={words}
            onChange={(event) => onType(event.target.value)}
            onKeyDown={hear}
            className={PALETTE.field}
          />
        </div>
      </div>
    </>
  );
}

/** Returns the function that gives it back. */
function takeFocus(field: HTMLElement): () => void {
  const before = document.activeElement;
  field.focus();
  return () => before instanceof HTMLElement && before.focus();
}
