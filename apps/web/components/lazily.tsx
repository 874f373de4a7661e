'use client';
import type { ComponentType } from 'react';
import { partFetched } from './part-fetched';

/** A component that is fetched when it is first drawn, and its stand-in until then. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>, StandIn?: ComponentType<P>): ComponentType<P> {
  const usePart = partFetched(load);
  return function Lazily(props: P) {
    const Drawn = usePart() ?? StandIn;
    return Drawn ? <Drawn {...props} /> : null;
  };
}
