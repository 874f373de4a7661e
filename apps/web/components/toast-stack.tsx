'use client';
import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { toast, Toaster } from 'sonner';
import { toastBox } from './toast-box';

export function ToastStack() {
  const { resolvedTheme } = useTheme();
  useEffect(() => toastBox.begin(toast), []);
  return <Toaster theme={resolvedTheme === 'dark' ? 'dark' : 'light'} position="top-center" style={{ fontFamily: 'inherit' }} />;
}
