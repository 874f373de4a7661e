'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { isLooking } from './is-looking';

/** So long a message is on the screen before it counts as read. */
const GLANCE_MS = 500;
const EDGE_PX = 4;

/** Tells the number of the newest message that was on the screen for a moment while somebody was looking. The moment goes on while there is news. */
export function useReading(box: RefObject<HTMLElement | null>, enabled: boolean, news: unknown, onRead: (number: number) => void): void {
  const look = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    const element = box.current;
    if (!element || !enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const glance = () => {
      if (timer || !isLooking()) return;
      const seen = newestOnScreen(element);
      timer = setTimeout(() => {
        timer = undefined;
        const still = Math.min(seen, newestOnScreen(element));
        if (isLooking() && still > 0) onRead(still);
        if (newestOnScreen(element) > seen) glance();
      }, GLANCE_MS);
    };
    look.current = glance;
    element.addEventListener('scroll', glance, { passive: true });
    window.addEventListener('focus', glance);
    document.addEventListener('visibilitychange', glance);
    return () => {
      look.current = undefined;
      clearTimeout(timer);
      element.removeEventListener('scroll', glance);
      window.removeEventListener('focus', glance);
      document.removeEventListener('visibilitychange', glance);
    };
  }, [box, enabled, onRead]);
  useEffect(() => look.current?.(), [enabled, news, onRead]);
}

function newestOnScreen(box: HTMLElement): number {
  const { bottom } = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll<HTMLElement>('[data-number]')];
  const newest = rows.findLast((row) => row.getBoundingClientRect().bottom <= bottom + EDGE_PX);
  return Number(newest?.dataset['number'] ?? 0);
}
