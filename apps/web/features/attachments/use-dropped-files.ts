'use client';
import { useEffect, useRef, useState } from 'react';
import { hasFiles } from './has-files';

/** Takes files that are dropped on the window. Answers whether some are over it. */
export function useDroppedFiles(onDrop: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => void (take.current = onDrop), [onDrop]);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => hasFiles(event) && hear(event), { signal });
    on('dragenter', () => setOver(true));
    on('dragover', (event) => event.preventDefault());
    // Out of the window there is nothing that it goes to.
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => controller.abort();
  }, []);

  return over;
}
