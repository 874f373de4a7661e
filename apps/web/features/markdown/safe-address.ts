const SAFE = /^(?:https?:\/\/|mailto:)/i;

/** An address that a link may have, or nothing: a link leads out of the chat, and never into a script. */
export function safeAddress(address: string): string {
  return SAFE.test(address) ? address : '';
}
