'use client';
import type { SwitchReport } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';

/** A change of mode in a sentence: what delivers now, and why if nobody asked for it. */
export function useSwitchText(): (report: SwitchReport) => string {
  const t = useTranslations();
  return ({ cause, from, to }) => t(`delivery.switched.${cause}`, { from: t(`ways.${from}.name`), to: t(`ways.${to}.name`) });
}
