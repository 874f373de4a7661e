'use client';
import { useEffect, useEffectEvent } from 'react';

const LATER_MS = 3_000;
let line: Promise<unknown> = Promise.resolve();

/** Fetches something when the page has stood for a while, so that it is there also without a line. One at a time: messages go first. */
export function useLater(fetch: () => Promise<unknown>): void {
  const next = useEffectEvent(fetch);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      line = line.then(() => (gone ? undefined : next())).catch(() => undefined);
    }, LATER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
}
