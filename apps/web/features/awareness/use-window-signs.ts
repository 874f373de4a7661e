'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Favicon } from './favicon';
import { useAwaiting } from './use-awaiting';

/** The number of what awaits the reader, where it is seen while she is elsewhere: title, icon, and the installed app's badge (ux H6). */
export function useWindowSigns(roomId: string, roomName: string | undefined): void {
  const t = useTranslations('awareness');
  const app = useTranslations('app')('name');
  const count = useAwaiting(roomId);
  const [favicon] = useState(() => new Favicon());
  const title = roomName === undefined ? app : `${roomName} · ${app}`;
  const numbered = count > 0 ? t('title', { count, title }) : title;
  useEffect(() => {
    document.title = numbered;
  }, [numbered]);
  useEffect(() => favicon.mark(count > 0), [favicon, count > 0]);
  useEffect(() => showBadge(count), [count]);
}

function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  shown.catch(() => undefined);
}
