'use client';
import { useState } from 'react';
import { lazilyOpened } from '@/components/lazily-opened';
import type { PanelDialogsProps } from './panel-dialogs';
import { PanelStandIn } from './panel-stand-in';
import { usePageKeys } from './use-page-keys';

const PanelDialogs = lazilyOpened(() => import('./panel-dialogs').then((module) => module.PanelDialogs), PanelStandIn);

/** The panels, fetched when the conversation stands, or when one is asked for. */
export function Panels(props: Pick<PanelDialogsProps, 'panel' | 'show' | 'close'>) {
  const { panel, show } = props;
  const [words, setWords] = useState('');
  if (panel === null && words) setWords('');
  usePageKeys(panel, show);
  return <PanelDialogs open={panel !== null} words={words} setWords={setWords} {...props} />;
}
