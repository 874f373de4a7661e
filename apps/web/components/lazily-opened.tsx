'use client';
import { type ComponentType, useState } from 'react';
import { lazily } from './lazily';
import { useLater } from './use-later';

/** What opens over the page: fetched when it opens, or later on, before anyone asks for it. Its stand-in is shown if it is asked for before it is there. */
export function lazilyOpened<P extends { open: boolean }>(load: () => Promise<ComponentType<P>>, StandIn?: ComponentType<P>): ComponentType<P> {
  const Part = lazily(load, StandIn);
  return function LazilyOpened(props: P) {
    const [wanted, setWanted] = useState(props.open);
    useLater(() => Part.fetch().then(() => setWanted(true)));
    if (props.open && !wanted) setWanted(true);
    return wanted && <Part {...props} />;
  };
}
