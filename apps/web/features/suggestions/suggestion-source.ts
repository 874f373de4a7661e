import type { ReactNode } from 'react';

export interface Suggestion {
  readonly id: string;
  /** What takes the place of the trigger and what was typed after it. */
  readonly insert: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly onPick?: () => void;
}

/** Something that may be completed while one types: `:` begins an emoji, `@` a person. */
export interface SuggestionSource {
  /** One character; counts at the beginning of a word only. */
  readonly trigger: string;
  /** How much must follow it before anything is suggested. */
  readonly minChars: number;
  readonly find: (query: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
}
