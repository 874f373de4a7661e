'use client';
import { type EmojiPickerListComponents, EmojiPicker as Frimousse } from 'frimousse';
import { useLocale, useTranslations } from 'next-intl';
import { buttonLook } from '@/components/ui/button';
import { EMOJI_URL } from './emoji-names';

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
}

const COLUMNS = 8;

const parts: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-raised px-2 pt-2 pb-1 text-xs font-medium text-soft">
      {category.label}
    </div>
  ),
  /** Rows and columns count from one; the library's count from zero. */
  Row: ({ 'aria-rowindex': row = 0, ...rest }) => <div {...rest} aria-rowindex={row + 1} className="px-1" />,
  Emoji: ({ emoji, 'aria-colindex': column = 0, ...rest }) => (
    <button {...rest} aria-colindex={column + 1} title={emoji.label} className="grid size-9 place-items-center rounded-lg text-2xl leading-none data-active:bg-hover">
      {emoji.emoji}
    </button>
  ),
};

/** All emoji, to look through and to search. Stands in any popover: for the composer, for reactions. */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const t = useTranslations('emoji');
  return (
    <Frimousse.Root
      locale={useLocale()}
      emojibaseUrl={EMOJI_URL}
      columns={COLUMNS}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-full flex-col"
    >
      <div className="flex items-center gap-1 p-2">
        <Frimousse.Search
          autoFocus
          aria-label={t('search')}
          placeholder={t('search')}
          className="h-9 min-w-0 flex-1 rounded-lg border border-edge/70 bg-surface px-3 text-base outline-offset-0 placeholder:text-soft sm:text-sm"
        />
        <Frimousse.SkinToneSelector aria-label={t('skinTone')} title={t('skinTone')} className={buttonLook({ look: 'ghost', size: 'icon', className: 'text-xl' })} />
      </div>
      <Frimousse.Viewport className="relative min-h-0 flex-1 outline-none">
        <Frimousse.Loading className="absolute inset-0 grid place-items-center text-sm text-soft">{t('loading')}</Frimousse.Loading>
        <Frimousse.Empty>
          <p className="absolute inset-0 grid place-items-center text-sm text-soft">{t('none')}</p>
        </Frimousse.Empty>
        <Frimousse.List className="pb-2 select-none" components={parts} />
      </Frimousse.Viewport>
      <p className="flex h-9 shrink-0 items-center gap-2 border-t px-3 text-sm text-soft">
        <Frimousse.ActiveEmoji>
          {({ emoji }) => (
            <>
              <span aria-hidden>{emoji?.emoji}</span>
              <span className="truncate">{emoji?.label ?? t('hint')}</span>
            </>
          )}
        </Frimousse.ActiveEmoji>
      </p>
    </Frimousse.Root>
  );
}
