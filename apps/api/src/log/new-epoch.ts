import { randomBytes } from 'node:crypto';

/** A name that no log has had. */
export function newEpoch(): string {
  return randomBytes(4).toString('hex');
}
