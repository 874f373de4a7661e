'use client';
import { useSyncExternalStore } from 'react';

const SIGNALS = ['focus', 'blur', 'pageshow', 'pagehide', 'visibilitychange'];

/** Whether somebody works in this very window: it can be seen, and it has the keyboard. */
export function useFocused(): boolean {
  return useSyncExternalStore(subscribe, isFocused, () => false);
}

function isFocused(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function subscribe(changed: () => void): () => void {
  for (const signal of SIGNALS) window.addEventListener(signal, changed, true);
  return () => SIGNALS.forEach((signal) => window.removeEventListener(signal, changed, true));
}
