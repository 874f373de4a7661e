'use client';
import { ArrowUp, Smile } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Button, buttonLook } from '@/components/ui/button';
import { EmojiPopover } from '@/features/emoji/emoji-popover';
import { useDevicePreference } from '@/features/preferences/use-device-preference';
import { insertText } from '@/features/suggestions/insert-text';
import { ComposerCount } from './composer-count';
import { ComposerField } from './composer-field';
import { useComposer } from './use-composer';

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  roomId: string;
  roomName: string;
  userId: string;
  onEditLast: () => void;
}

export function Composer({ field, roomId, roomName, userId, onEditLast }: ComposerProps) {
  const t = useTranslations('composer');
  const composer = useComposer({ field, roomId, userId });
  const [sendWith] = useDevicePreference('sendWith');
  return (
    <div className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
      <div className="relative flex flex-wrap items-end gap-x-1 rounded-2xl border bg-raised p-1.5 shadow-panel transition-colors focus-within:border-accent">
        <ComposerField
          field={field}
          composer={composer}
          onEditLast={onEditLast}
          aria-label={t('label', { room: roomName })}
          aria-describedby="composer-hint composer-count"
          placeholder={t('placeholder', { room: roomName })}
        />
        <EmojiPopover
          label={t('emoji')}
          className={buttonLook({ look: 'ghost', size: 'icon', className: 'm-0.5 rounded-xl data-popup-open:bg-hover' })}
          finalFocus={field}
          onPick={(emoji) => field.current && insertText(field.current, emoji)}
        >
          <Smile />
        </EmojiPopover>
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
      <p id="composer-hint" className="sr-only">
        {t(sendWith === 'enter' ? 'hint' : 'hintCtrlEnter')}
      </p>
    </div>
  );
}
