'use client';
import type { ComponentType } from 'react';
import { partFetched } from './part-fetched';

/** A component that comes by itself when it is drawn, and may be fetched before. */
export type LazyPart<P> = ComponentType<P> & { readonly fetch: () => Promise<unknown> };

/** A component that is fetched when it is first drawn, and its stand-in until then. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>, StandIn?: ComponentType<P>): LazyPart<P> {
  const usePart = partFetched(load);
  function Lazily(props: P) {
    const Drawn = usePart() ?? StandIn;
    return Drawn ? <Drawn {...props} /> : null;
  }
  return Object.assign(Lazily, { fetch: usePart.fetch });
}
