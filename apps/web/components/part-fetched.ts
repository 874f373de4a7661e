import { type ComponentType, useEffect, useState } from 'react';
import { untilFetched } from './until-fetched';

/** A hook that answers with a component when it is there. */
export interface PartHook<P> {
  (wanted?: boolean): ComponentType<P> | undefined;
  /** Also before it is used. */
  readonly fetch: () => Promise<unknown>;
}

/** Fetches a component when it is first wanted. */
export function partFetched<P extends object>(load: () => Promise<ComponentType<P>>): PartHook<P> {
  let known: ComponentType<P> | undefined;
  let coming: Promise<ComponentType<P>> | undefined;
  const fetch = () => (coming ??= untilFetched(load).then((part) => (known = part)));

  function usePart(wanted = true) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => known);
    useEffect(() => {
      if (Part || !wanted) return;
      let gone = false;
      void fetch().then((part) => gone || setPart(() => part));
      return () => {
        gone = true;
      };
    }, [Part, wanted]);
    return Part ?? known;
  }
  return Object.assign(usePart, { fetch });
}
