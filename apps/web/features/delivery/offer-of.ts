import type { ChatView } from '@fourways/chat-client';
import type { Mode } from '@fourways/chat-core';

/** The mode to offer. Whoever is signed out, or was told not to come back, is helped by none. */
export function offerOf({ offer, status }: ChatView): Mode | null {
  return status === 'signed-out' || status === 'closed' ? null : offer;
}
