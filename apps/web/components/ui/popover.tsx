'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { cn } from './cn';
import { changeBeside, type PopupProps } from './popup';
import { useEntering } from './use-entering';

type Place = Pick<ComponentProps<typeof Base.Positioner>, 'side' | 'align' | 'collisionAvoidance'>;

interface PopoverProps extends PopupProps, Place {
  /** Where the focus goes afterwards, if not to where it was. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
  /** What stands in it says what it is. */
  titled?: boolean;
  className: string;
  children: ReactNode;
}

/** A box beside a button, for more than a menu. */
export function Popover({ finalFocus, titled = false, className, children, label, open, onOpenChange, anchor, ...place }: PopoverProps) {
  return (
    <Base.Root open={useEntering(open)} onOpenChange={changeBeside({ label, open, onOpenChange, anchor })}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={8} collisionPadding={8} className="z-50" {...place}>
          <Base.Popup
            aria-label={titled ? undefined : label}
            finalFocus={finalFocus}
            className={cn(
              'max-h-(--available-height) origin-(--transform-origin) rounded-2xl border bg-raised shadow-float transition duration-150 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
