'use client';
import { type ComponentProps, useEffect, useState } from 'react';

interface FromWidthProps extends ComponentProps<'aside'> {
  /** A CSS length: the style sheet hides it on narrower screens. */
  width: string;
}

/** What React finds in the page it leaves there, as long as this is the same object. */
const AS_SENT = { __html: '' };

/** A side that only wide screens show: on a narrow one it stays as the server has drawn it, and no script is spent on what nobody sees. */
export function FromWidth({ width, children, ...side }: FromWidthProps) {
  const query = `(min-width: ${width})`;
  const [wide, setWide] = useState(() => typeof window === 'undefined' || window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const look = () => list.matches && setWide(true);
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return wide ? (
    <aside key="drawn" {...side}>
      {children}
    </aside>
  ) : (
    <aside key="sent" {...side} suppressHydrationWarning dangerouslySetInnerHTML={AS_SENT} />
  );
}
