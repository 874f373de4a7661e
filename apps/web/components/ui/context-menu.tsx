'use client';
import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactElement, ReactNode } from 'react';
import { popupLook } from './popup-look';

interface ContextMenuProps {
  label: string;
  /** What it belongs to: opens by the secondary button, a long press, or the menu key. */
  trigger: ReactElement;
  children: ReactNode;
}

export function ContextMenu({ label, trigger, children }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none">
          <Base.Popup aria-label={label} className={popupLook}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
