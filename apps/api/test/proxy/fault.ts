import type { Inflow, Piece } from './inflow.js';
import type { Link } from './link.js';

/**
 * Takes the pieces of one direction as they come and yields what goes on. When the pieces end, since the sender has
 * finished or the fault has been taken away, it yields what it still holds back and returns.
 */
export type Treatment = (inflow: Inflow, link: Link) => AsyncIterable<Piece>;

/** What a network does to a connection. A direction that is left out goes through unharmed. */
export interface Fault {
  readonly toServer?: Treatment;
  readonly toClient?: Treatment;
}
