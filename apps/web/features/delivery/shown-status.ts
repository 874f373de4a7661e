import type { ChatView, ConnectionStatus } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';

/** What one is told of the connection: `degraded` is in sync, but by a way that Auto takes because a better one does not work here. */
export type ShownStatus = ConnectionStatus | 'degraded';

export function shownStatusOf({ status, choice, mode, setbacks }: ChatView): ShownStatus {
  const fellBack = choice === 'auto' && setbacks.some((setback) => MODES.indexOf(setback.mode) > MODES.indexOf(mode));
  return status === 'in-sync' && fellBack ? 'degraded' : status;
}
