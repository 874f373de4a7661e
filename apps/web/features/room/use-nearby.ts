'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Acts when the element comes near the visible part of `box`, again with each new `act`; null watches nothing. */
export function useNearby(box: RefObject<HTMLElement | null>, act: (() => void) | null): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!act || !element.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && act(), {
      root: box.current,
      rootMargin: '400px 0px',
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [act, box]);
  return element;
}
