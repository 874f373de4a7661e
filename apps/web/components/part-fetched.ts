import { type ComponentType, useEffect, useState } from 'react';
import { untilFetched } from './until-fetched';

/** A hook that fetches a component when it is first used, and answers with it when it is there. */
export function partFetched<P extends object>(load: () => Promise<ComponentType<P>>): () => ComponentType<P> | undefined {
  let known: ComponentType<P> | undefined;
  let coming: Promise<ComponentType<P>> | undefined;
  return function usePart() {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => known);
    useEffect(() => {
      if (Part) return;
      let gone = false;
      coming ??= untilFetched(load);
      void coming.then((part) => {
        known = part;
        if (!gone) setPart(() => part);
      });
      return () => {
        gone = true;
      };
    }, [Part]);
    return Part;
  };
}
