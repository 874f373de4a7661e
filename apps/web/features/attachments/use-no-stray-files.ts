'use client';
import { useEffect } from 'react';
import { hasFiles } from './has-files';

/** Where no room takes them, files that are dropped would have the browser leave the page for them. */
export function useNoStrayFiles(): void {
  useEffect(() => {
    const stop = new AbortController();
    const swallow = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, swallow, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}
