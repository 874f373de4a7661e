'use client';
import { type ComponentType, useEffect, useState } from 'react';

const RETRY_MS = 5_000;

/** A component that is fetched when it is first drawn. What cannot be fetched now (the line is down) is not drawn, and tried again. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function Lazily(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => known);
    useEffect(() => {
      if (Part) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let gone = false;
      const attempt = () =>
        void load().then(
          (part) => {
            known = part;
            if (!gone) setPart(() => part);
          },
          () => {
            if (!gone) timer = setTimeout(attempt, RETRY_MS);
          },
        );
      attempt();
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [Part]);
    return Part ? <Part {...props} /> : null;
  };
}
