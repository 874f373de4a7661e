import { ChatError } from '@fourways/chat-core';

/** A command by HTTP, whatever delivers: a request outlives the page that makes it, and what is written to a socket does not. */
export async function partingRequest(method: 'POST' | 'DELETE', path: string): Promise<void> {
  const { ok } = await fetch(path, { method, keepalive: true });
  if (!ok) throw new ChatError('unreachable');
}
