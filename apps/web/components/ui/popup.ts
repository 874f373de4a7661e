import type { RefObject } from 'react';

/** How something that opens over the page belongs to what it was opened from. */
export interface PopupProps {
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** It stands beside this. */
  anchor: RefObject<HTMLElement | null>;
}

/** What a popup says of a change, as far as we look. */
interface Change {
  readonly reason: string;
  readonly event: Event;
  readonly cancel: () => void;
}

/** A press on the button of an open popup is the button's to answer: a popup that closed by itself would be opened again. */
export function changeBeside({ anchor, onOpenChange }: PopupProps): (open: boolean, change: Change) => void {
  return (open, change) => {
    if (!open && isWithin(anchor.current, change)) change.cancel();
    else onOpenChange(open);
  };
}

function isWithin(button: HTMLElement | null, { reason, event }: Change): boolean {
  if (reason !== 'outside-press' && reason !== 'focus-out') return false;
  const place = event instanceof FocusEvent ? event.relatedTarget : event.target;
  return place instanceof Node && button?.contains(place) === true;
}
