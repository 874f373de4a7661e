import type { ReactNode } from 'react';

/** Beside a row: shown on hover, on focus, and by a tap on the message. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="absolute -top-3 right-4 flex rounded-lg border bg-raised p-0.5 opacity-0 shadow-panel group-focus-within/row:opacity-100 group-hover/row:opacity-100 focus-within:opacity-100 has-data-popup-open:opacity-100 touch:pointer-events-none touch:group-focus-within/row:pointer-events-auto">
      {children}
    </div>
  );
}
