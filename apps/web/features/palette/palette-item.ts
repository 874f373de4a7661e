import type { ReactNode } from 'react';

/** One thing to go to, or to do. */
export interface PaletteItem {
  readonly value: string;
  /** What is searched. */
  readonly label: string;
  /** How that is drawn, if not as it stands. */
  readonly shown?: ReactNode;
  readonly sign: ReactNode;
  /** Beside the label, in a lighter hand. */
  readonly hint?: string | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly value: string;
  readonly items: readonly PaletteItem[];
}
