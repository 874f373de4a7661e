'use client';
import { useSyncExternalStore } from 'react';
import { rememberPreference } from './preference-cookie';

export type Contrast = 'system' | 'more';

const listeners = new Set<() => void>();

/** How strong the colours are: as the system wants them, or as strong as can be. The server renders what was chosen. */
export function useContrast(): [Contrast, (contrast: Contrast) => void] {
  const contrast = useSyncExternalStore(subscribe, contrastNow, () => 'system' as const);
  return [contrast, choose];
}

function contrastNow(): Contrast {
  return document.documentElement.dataset.contrast === 'more' ? 'more' : 'system';
}

function choose(contrast: Contrast): void {
  document.documentElement.dataset.contrast = contrast;
  rememberPreference('contrast', contrast);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}
