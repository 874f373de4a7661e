import type { Viewer } from './viewer.js';

/** JSON of an `Ephemeral`, with the number to ask with next time. */
export interface EncodedEphemeral {
  readonly n: number;
  readonly json: string;
}

/** Where readers find typing and presence. Changes wake the viewers whom they concern. */
export abstract class EphemeralSource {
  /** What changed since `n` for this viewer, everything when `n` is undefined or too old, or null when nothing did. */
  abstract since(n: number | undefined, viewer: Viewer): EncodedEphemeral | null;
}

/** A source that never has anything. */
export class NoEphemera extends EphemeralSource {
  override since(): null {
    return null;
  }
}
