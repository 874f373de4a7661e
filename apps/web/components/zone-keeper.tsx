'use client';
import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { rememberPreference } from './preference-cookie';

/** Tells the server the reader's time zone once, so that both sides render the same days and times. */
export function ZoneKeeper() {
  const rendered = useTimeZone();
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (timeZone === rendered) return;
    rememberPreference('timeZone', timeZone);
    router.refresh();
  }, [rendered, router]);
  return null;
}
