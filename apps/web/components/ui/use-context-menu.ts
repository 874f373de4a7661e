'use client';
import { type MouseEvent, type TouchEvent, useEffect, useRef, useState } from 'react';

const LONG_PRESS_MS = 500;
const STILL_PX = 10;

/** A menu for an element: opens by the secondary button, the menu key, or a long press, at the place that was pressed. */
export function useContextMenu(fetch: () => Promise<unknown>) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<DOMRect>();
  const press = useRef<{ readonly timer: number; readonly x: number; readonly y: number }>(undefined);
  const release = () => clearTimeout(press.current?.timer);
  useEffect(() => release, []);

  function openAt(element: HTMLElement, x: number, y: number) {
    element.focus({ preventScroll: true });
    setAt(new DOMRect(x, y, 0, 0));
    setOpen(true);
  }

  const opening = {
    onPointerEnter: () => void fetch(),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      release();
      openAt(event.currentTarget, event.clientX, event.clientY);
    },
    /** Not every browser on a touch screen says `contextmenu` of a long press. */
    onTouchStart: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
      release();
      const touch = touches[0];
      if (!touch || touches.length > 1) return;
      const { clientX: x, clientY: y } = touch;
      press.current = { timer: window.setTimeout(() => openAt(currentTarget, x, y), LONG_PRESS_MS), x, y };
    },
    onTouchMove: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      if (!touch || !press.current || Math.hypot(touch.clientX - press.current.x, touch.clientY - press.current.y) > STILL_PX) release();
    },
    onTouchEnd: (event: TouchEvent) => {
      release();
      if (open) event.preventDefault();
    },
    onTouchCancel: release,
  };
  return { opening, open, change: setOpen, used: at !== undefined, at };
}
