import { unreachable } from './unreachable.js';

export type Answers = typeof import('./answers.js');

/**
 * The schemas of what a server says. They and their library are fetched when something is asked for the first time, since a
 * page that was drawn on the server wakes up sooner without them. Rejects with `unreachable`; a later call tries again.
 */
export function fetchAnswers(): Promise<Answers> {
  return import('./answers.js').catch((error: unknown) => {
    throw unreachable('The schemas of the answers could not be fetched', error);
  });
}
