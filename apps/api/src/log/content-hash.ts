import { createHash } from 'node:crypto';

interface Content {
  readonly body: string;
  readonly replyTo?: { readonly messageId: string } | undefined;
  readonly attachments?: readonly { readonly attachmentId: string; readonly alt?: string | undefined }[] | undefined;
}

/** What makes a repeated command the same one: the words, what they answer, and the files with them. */
export function contentHash({ body, replyTo, attachments = [] }: Content): string {
  const files = attachments.map(({ attachmentId, alt = '' }) => `${attachmentId} ${alt}\u0000`).join('');
  const text = replyTo ? `${replyTo.messageId}\u0000${body}` : body;
  return createHash('sha256').update(files + text).digest('base64');
}
