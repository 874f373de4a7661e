'use client';
import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

const OPEN_AFTER_MS = 600;
const CLOSE_AFTER_MS = 200;

/** When the tip of an element is shown: it is pointed at for a while, or reached by keyboard. One may point at the tip as well (WCAG 2.2, 1.4.13). */
export function useTip(fetch: () => Promise<unknown>) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const timer = useRef<number>(undefined);
  const stay = () => clearTimeout(timer.current);
  useEffect(() => stay, []);

  function change(next: boolean, afterMs = 0) {
    stay();
    if (afterMs > 0) return void (timer.current = window.setTimeout(() => change(next), afterMs));
    setOpen(next);
    if (next) setUsed(true);
  }

  const opening = {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return;
      void fetch();
      change(true, OPEN_AFTER_MS);
    },
    onPointerLeave: () => change(false, CLOSE_AFTER_MS),
    onFocus: ({ currentTarget }: FocusEvent) => currentTarget.matches(':focus-visible') && change(true),
    onBlur: () => change(false),
  };
  return { opening, open, used, change, stay };
}
