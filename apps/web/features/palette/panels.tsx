'use client';
import { useEffect, useState } from 'react';
import { lazily } from '@/components/lazily';
import type { PanelDialogsProps } from './panel-dialogs';
import { usePageKeys } from './use-page-keys';

const LATER_MS = 3_000;
const PanelDialogs = lazily(() => import('./panel-dialogs').then((module) => module.PanelDialogs));

/** The panels, fetched when the conversation stands, or when one is asked for. */
export function Panels(props: PanelDialogsProps) {
  const { panel, show } = props;
  const [later, setLater] = useState(false);
  usePageKeys(panel, show);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (later || panel !== null) && <PanelDialogs {...props} />;
}
