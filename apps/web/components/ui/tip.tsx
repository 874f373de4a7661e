'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode, RefObject } from 'react';
import { useEntering } from './use-entering';

interface TipProps {
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean, afterMs?: number) => void;
  /** Somebody points at the tip itself. */
  onStay: () => void;
  children: ReactNode;
}

/** The whole of a text that is cut off. */
export function Tip({ anchor, open, onOpenChange, onStay, children }: TipProps) {
  return (
    <Tooltip.Root open={useEntering(open)} onOpenChange={(next) => onOpenChange(next)}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side="bottom" align="start" sideOffset={6} className="z-50">
          <Tooltip.Popup
            onPointerEnter={onStay}
            onPointerLeave={() => onOpenChange(false)}
            className="max-w-80 rounded-lg border bg-raised px-3 py-2 text-sm text-pretty whitespace-pre-wrap shadow-float wrap-anywhere"
          >
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
