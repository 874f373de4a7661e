'use client';
import type { RefObject } from 'react';
import { Popover } from '@/components/ui/popover';
import type { PopupProps } from '@/components/ui/popup';
import { EmojiPicker } from './emoji-picker';

export interface EmojiPopoverProps extends PopupProps {
  onPick: (emoji: string) => void;
  /** Where the focus goes afterwards; to the button, if nothing is said. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
}

/** One pick closes it. The search has the focus before anybody could ask where that was, so it is told. */
export function EmojiPopover({ onPick, finalFocus, ...popup }: EmojiPopoverProps) {
  function pick(emoji: string) {
    popup.onOpenChange(false);
    onPick(emoji);
  }

  return (
    <Popover {...popup} finalFocus={finalFocus ?? popup.anchor} side="top" align="end" className="h-[min(24rem,var(--available-height))] w-[18.75rem] overflow-hidden">
      <EmojiPicker onPick={pick} />
    </Popover>
  );
}
