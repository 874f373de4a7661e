import type { ComponentProps } from 'react';

/** Four ways that meet in one point. */
export function Logo(props: ComponentProps<'svg'>) {
  return (
    <svg viewBox="0 0 32 32" fill="none" strokeWidth="5" strokeLinecap="round" aria-hidden {...props}>
      <path d="M5 6c6 0 8 3 8 7" className="stroke-(--poll)" />
      <path d="M26 5c0 6-3 8-7 8" className="stroke-(--long-poll)" />
      <path d="M27 26c-6 0-8-3-8-7" className="stroke-(--sse)" />
      <path d="M6 27c0-6 3-8 7-8" className="stroke-(--websocket)" />
    </svg>
  );
}
