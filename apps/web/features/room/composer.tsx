'use client';
import { ArrowUp, Smile } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, buttonLook } from '@/components/ui/button';
import { AttachButton } from '@/features/attachments/attach-button';
import { AttachmentStrip } from '@/features/attachments/attachment-strip';
import { DropOverlay } from '@/features/attachments/drop-overlay';
import { EmojiButton } from '@/features/emoji/emoji-button';
import { usePreferences } from '@/features/preferences/use-preferences';
import { insertText } from '@/features/suggestions/insert-text';
import type { SuggestionSource } from '@/features/suggestions/suggestion-source';
import { ComposerCount } from './composer-count';
import { type ComposerPlace, useComposer } from './use-composer';
import { WritingField } from './writing-field';

interface ComposerProps extends ComposerPlace {
  roomName: string;
  /** What else is suggested while one writes. */
  sources: readonly SuggestionSource[];
  onEditLast: () => void;
  /** Esc, while there is something to cancel. */
  onCancel: (() => void) | undefined;
  /** Above the field: what is answered. */
  children?: ReactNode;
}

export function Composer({ roomName, sources, onEditLast, onCancel, children, ...place }: ComposerProps) {
  const t = useTranslations('composer');
  const { field } = place;
  const composer = useComposer(place);
  const { attaching } = composer;
  const [{ sendWith }] = usePreferences();

  function attach(files: readonly File[]) {
    if (files.length === 0) return;
    attaching.add(files);
    field.current?.focus();
  }

  return (
    <div className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
      <div className="relative flex flex-wrap items-end gap-x-1 rounded-2xl border bg-raised p-1.5 shadow-panel transition-colors focus-within:border-accent">
        {children}
        <AttachmentStrip roomId={place.roomId} attaching={attaching} onLeave={() => field.current?.focus()} />
        <AttachButton onChoose={attach} />
        <WritingField
          id="composer"
          field={field}
          text={composer.text}
          onWrite={composer.change}
          onSelectText={composer.select}
          onSend={composer.send}
          onPaste={({ clipboardData }) => attach([...clipboardData.files])}
          onLeave={composer.leave}
          sources={sources}
          onEditLast={onEditLast}
          onCancel={onCancel}
          aria-label={t('label', { room: roomName })}
          aria-describedby="composer-hint composer-count"
          placeholder={t('placeholder', { room: roomName })}
          className="max-h-[40dvh] flex-1 px-2 py-2 leading-6 placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap placeholder:text-soft"
        />
        <EmojiButton
          label={t('emoji')}
          className={buttonLook({ look: 'ghost', size: 'icon', className: 'm-0.5 rounded-xl data-popup-open:bg-hover' })}
          finalFocus={field}
          onPick={(emoji) => field.current && insertText(field.current, emoji)}
        >
          <Smile />
        </EmojiButton>
        <Button
          look="accent"
          size="icon"
          className="m-0.5 rounded-xl"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!composer.ready}
          onPointerDown={(event) => event.preventDefault()}
          onClick={composer.send}
        >
          <ArrowUp />
        </Button>
        <ComposerCount id="composer-count" left={composer.left} />
      </div>
      <DropOverlay roomName={roomName} onDrop={attach} />
      <p id="composer-hint" className="sr-only">
        {t(sendWith === 'enter' ? 'hint' : 'hintCtrlEnter')}
      </p>
    </div>
  );
}
