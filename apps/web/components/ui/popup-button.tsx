'use client';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { LazyPart } from '@/components/lazily';
import { useLater } from '@/components/use-later';
import type { PopupProps } from './popup';

interface PopupButtonProps<P extends PopupProps> {
  label: string;
  kind: 'menu' | 'dialog';
  /** What it opens: a page full of such buttons fetches and draws nothing of it until then. */
  popup: LazyPart<P>;
  /** What the popup is told besides. */
  about: Omit<P, keyof PopupProps>;
  className: string;
  /** The face of the button. */
  children: ReactNode;
}

/** A button with a popup. Its popup is fetched when a pointer comes near, or a while after the page, so that it opens without a line too. */
export function PopupButton<P extends PopupProps>({ label, kind, popup: Popup, about, className, children, ...rest }: PopupButtonProps<P>) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [drawn, setDrawn] = useState(false);
  useLater(Popup.fetch);

  function change(next: boolean) {
    // Not every browser gives the focus to a button that is clicked; the popup gives it back to where it was.
    if (next) button.current?.focus({ preventScroll: true });
    setOpen(next);
    if (next) setDrawn(true);
  }

  function openByArrow(event: KeyboardEvent) {
    if (kind !== 'menu' || open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    change(true);
  }

  const popup = { ...about, label, open, onOpenChange: change, anchor: button } as P;
  return (
    <>
      <button
        ref={button}
        type="button"
        title={label}
        aria-haspopup={kind}
        aria-expanded={open}
        data-popup-open={open || undefined}
        className={className}
        onClick={() => change(!open)}
        onKeyDown={openByArrow}
        onPointerEnter={() => void Popup.fetch()}
        {...rest}
      >
        <span className="sr-only">{label}</span>
        <span aria-hidden className="contents">
          {children}
        </span>
      </button>
      {drawn && <Popup {...popup} />}
    </>
  );
}
