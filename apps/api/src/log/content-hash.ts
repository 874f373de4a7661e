import { createHash } from 'node:crypto';

interface Content {
  readonly body: string;
  readonly replyTo?: { readonly messageId: string } | undefined;
}

/** What makes a repeated command the same one: the words, and what they answer. */
export function contentHash({ body, replyTo }: Content): string {
  const text = replyTo ? `${replyTo.messageId}\u0000${body}` : body;
  return createHash('sha256').update(text).digest('base64');
}
