'use client';
import { type RefObject, useEffect } from 'react';
import { isLooking } from './is-looking';

/** So long a message is on the screen before it counts as read. */
const GLANCE_MS = 500;
const EDGE_PX = 4;

/** Tells the number of the newest message that was on the screen for a moment while somebody was looking. */
export function useReading(box: RefObject<HTMLElement | null>, enabled: boolean, news: unknown, onRead: (number: number) => void): void {
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
    glance();
    element.addEventListener('scroll', glance, { passive: true });
    window.addEventListener('focus', glance);
    document.addEventListener('visibilitychange', glance);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', glance);
      window.removeEventListener('focus', glance);
      document.removeEventListener('visibilitychange', glance);
    };
  }, [box, enabled, news, onRead]);
}

function newestOnScreen(box: HTMLElement): number {
  const { bottom } = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll<HTMLElement>('[data-number]')];
  const newest = rows.findLast((row) => row.getBoundingClientRect().bottom <= bottom + EDGE_PX);
  return Number(newest?.dataset['number'] ?? 0);
}
