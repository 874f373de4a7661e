import { type Attached, type Attachment, ChatError } from '@fourways/chat-core';
import { attachmentOf } from '../log/rows.js';
import type { WorkingSet } from '../log/working-set.js';

/** The files that a message is posted with: its author's own, of this room, shown by no message yet. */
export function attachedFiles(state: WorkingSet, roomId: string, authorId: string, attached: Attached = []): Attachment[] | undefined {
  const files = attached.map(({ attachmentId, alt }) => {
    const row = state.attachments.get(attachmentId);
    if (row?.roomId !== roomId || row.authorId !== authorId || row.removed) throw new ChatError('attachment_not_found');
    if (row.messageId !== null) throw new ChatError('attachment_used');
    return { ...attachmentOf(row), ...(alt && { alt }) };
  });
  return files.length > 0 ? files : undefined;
}
