'use client';
import { useEffect } from 'react';

const going = new Set<symbol>();

/** While `active`, something is being done here that a reload would destroy. */
export function useUnfinished(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const mark = Symbol('unfinished');
    going.add(mark);
    return () => void going.delete(mark);
  }, [active]);
}

/** Nothing is being edited or uploaded, and nothing stands open over the page. What is typed into the composer is kept anyway. */
export function isQuiet(): boolean {
  return going.size === 0 && !document.querySelector('[role="dialog"], [role="alertdialog"]');
}
