import { ChatError } from '@fourways/chat-core';
import type { Store } from './store.js';

/** Resolves at the next moment in sync; rejects with the reason when the connection ends for good. */
export function untilInSync(store: Store): Promise<void> {
  const result = new Promise<void>((resolve, reject) => {
    const look = () => {
      const { status, problem } = store.getSnapshot();
      if (status === 'in-sync') resolve();
      else if (status === 'signed-out') reject(problem ?? new ChatError('no_session'));
      else if (status === 'closed') reject(problem ?? new ChatError('unreachable', { detail: 'The client was closed' }));
      else return;
      unsubscribe();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
  result.catch(() => {});
  return result;
}
