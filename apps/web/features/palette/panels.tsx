'use client';
import { lazilyOpened } from '@/components/lazily-opened';
import type { PanelDialogsProps } from './panel-dialogs';
import { usePageKeys } from './use-page-keys';

const PanelDialogs = lazilyOpened(() => import('./panel-dialogs').then((module) => module.PanelDialogs));

/** The panels, fetched when the conversation stands, or when one is asked for. */
export function Panels(props: Omit<PanelDialogsProps, 'open'>) {
  const { panel, show } = props;
  usePageKeys(panel, show);
  return <PanelDialogs open={panel !== null} {...props} />;
}
