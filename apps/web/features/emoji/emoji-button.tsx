'use client';
import type { ReactNode, RefObject } from 'react';
import { lazily } from '@/components/lazily';
import { PopupButton } from '@/components/ui/popup-button';

const EmojiPopover = lazily(() => import('./emoji-popover').then((module) => module.EmojiPopover));

interface EmojiButtonProps {
  label: string;
  className: string;
  onPick: (emoji: string) => void;
  /** Where the focus goes afterwards; to the button, if nothing is said. */
  finalFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** Opens the emoji picker. */
export function EmojiButton({ label, className, onPick, finalFocus, children }: EmojiButtonProps) {
  return (
    <PopupButton kind="dialog" label={label} popup={EmojiPopover} about={{ onPick, finalFocus }} className={className}>
      {children}
    </PopupButton>
  );
}
