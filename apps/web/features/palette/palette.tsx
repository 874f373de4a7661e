'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { LIMITS } from '@fourways/chat-core';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { PaletteGroup, PaletteItem } from './palette-item';
import { PALETTE } from './palette-look';
import { usePaletteGroups } from './use-palette-groups';

interface PaletteProps {
  open: boolean;
  /** What is typed already when it opens. */
  words: string;
  onClose: () => void;
  /** Looks for what is typed among all messages. */
  onSearch: (words: string) => void;
}

/** Goes anywhere and does anything, by a few letters. */
export function Palette({ open, words, onClose, onSearch }: PaletteProps) {
  const t = useTranslations('palette');
  return (
    <Dialog.Root open={open} onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Backdrop className={cn(PALETTE.backdrop, 'transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0')} />
        <Dialog.Popup
          aria-label={t('title')}
          className={cn(PALETTE.box, 'transition duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0')}
        >
          <Chooser words={words} onDone={onClose} onSearch={onSearch} />
          <Dialog.Close className="sr-only">{t('close')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ChooserProps {
  words: string;
  onDone: () => void;
  onSearch: (words: string) => void;
}

function Chooser({ words, onDone, onSearch }: ChooserProps) {
  const t = useTranslations('palette');
  const [typed, setTyped] = useState(words);
  const { groups, busy, refusal } = usePaletteGroups(typed, onSearch);

  function choose(item: PaletteItem) {
    onDone();
    item.run();
  }

  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      filter={null}
      items={groups}
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={({ label }: PaletteItem) => label}
      autoHighlight="always"
      keepHighlight
    >
      <div className={PALETTE.head}>
        <Search className="size-4 shrink-0 text-soft" aria-hidden />
        <Autocomplete.Input aria-label={t('title')} placeholder={t('placeholder')} maxLength={LIMITS.queryChars} className={PALETTE.field} />
      </div>
      <Autocomplete.Empty className="px-4 py-6 text-sm text-soft empty:hidden">{busy ? t('searching') : (refusal ?? t('nothing'))}</Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:hidden">
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-soft">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>{(item: PaletteItem) => <Row key={item.value} item={item} onChoose={choose} />}</Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function Row({ item, onChoose }: { item: PaletteItem; onChoose: (item: PaletteItem) => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => onChoose(item)}
      className="flex min-h-10 cursor-default items-center gap-3 rounded-lg px-2.5 text-sm select-none data-highlighted:bg-ink/9 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {item.sign}
      <span className="min-w-0 truncate">{item.shown ?? item.label}</span>
      {item.hint && <span className="ml-auto shrink-0 pl-2 text-xs text-soft">{item.hint}</span>}
    </Autocomplete.Item>
  );
}
