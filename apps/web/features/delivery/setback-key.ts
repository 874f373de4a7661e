import type { Setback } from '@fourways/chat-client';

/** The sentence that fits: an event stream from which nothing comes is held back by something that buffers. */
export function setbackKey({ mode, reason }: Pick<Setback, 'mode' | 'reason'>): 'buffered' | Setback['reason'] {
  return mode === 'sse' && reason === 'silent' ? 'buffered' : reason;
}
