'use client';
import { createContext, useContext } from 'react';

interface PeopleShown {
  /** Beside the conversation, where there is room for them. */
  readonly shown: boolean;
  readonly toggle: () => void;
}

export const PeopleShownContext = createContext<PeopleShown>({ shown: true, toggle: () => {} });

export function usePeopleShown(): PeopleShown {
  return useContext(PeopleShownContext);
}
