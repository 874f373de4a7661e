'use client';
import { useTheme } from 'next-themes';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { toast, Toaster } from 'sonner';
import { toastBox } from './toast-box';

export function ToastStack() {
  const t = useTranslations('app');
  const { resolvedTheme } = useTheme();
  useEffect(() => toastBox.begin(toast), []);
  return <Toaster containerAriaLabel={t('toasts')} theme={resolvedTheme === 'dark' ? 'dark' : 'light'} position="top-center" style={{ fontFamily: 'inherit' }} />;
}
