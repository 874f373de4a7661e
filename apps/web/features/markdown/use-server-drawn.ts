'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFromServer } from '@/components/use-from-server';

/** Parts that do something: code that is highlighted and copied, tables that scroll. */
const ALIVE = 'pre, table, input, button';

interface ServerDrawn {
  /** Whether the text stands in the page as the server has drawn it. */
  readonly drawn: boolean;
  /** Whether it can stay so, since nothing in it does anything: a page of messages costs no parsing when it wakes up. */
  readonly still: boolean;
  readonly box: RefObject<HTMLDivElement | null>;
}

export function useServerDrawn(text: string): ServerDrawn {
  const [first] = useState(useFromServer() ? text : null);
  const [still, setStill] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current?.querySelector(ALIVE)) setStill(false);
  }, []);
  const drawn = first === text;
  return { drawn, still: drawn && still, box };
}
