'use client';
import { Popover } from '@base-ui/react/popover';
import { type ReactNode, type RefObject, useState } from 'react';
import { lazily } from '@/components/lazily';

const EmojiPicker = lazily(() => import('./emoji-picker').then((module) => module.EmojiPicker));

interface EmojiPopoverProps {
  label: string;
  className: string;
  onPick: (emoji: string) => void;
  /** Where the focus goes afterwards; to the button, if nothing is said. */
  finalFocus?: RefObject<HTMLElement | null>;
  /** The face of the button. */
  children: ReactNode;
}

/** A button that opens the emoji picker. One pick closes it. */
export function EmojiPopover({ label, className, onPick, finalFocus, children }: EmojiPopoverProps) {
  const [open, setOpen] = useState(false);

  function pick(emoji: string) {
    setOpen(false);
    onPick(emoji);
  }

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger aria-label={label} title={label} className={className}>
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={label}
            finalFocus={finalFocus}
            className="h-[min(24rem,var(--available-height))] w-[18.75rem] origin-(--transform-origin) overflow-hidden rounded-2xl border bg-raised shadow-float transition duration-150 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <EmojiPicker onPick={pick} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
