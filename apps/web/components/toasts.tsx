'use client';
import { useSyncExternalStore } from 'react';
import { lazily } from './lazily';
import { toastBox } from './toast-box';
import { useLater } from './use-later';

const ToastStack = lazily(() => import('./toast-stack').then((module) => module.ToastStack));

/** Where toasts are shown, as soon as there is one. */
export function Toasts() {
  const wanted = useSyncExternalStore(toastBox.subscribe, toastBox.wanted, () => false);
  useLater(ToastStack.fetch);
  return wanted && <ToastStack />;
}
