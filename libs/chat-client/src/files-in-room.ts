import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { Uploads } from './uploads.js';

/** Uploads what is not yet in the room; one that is refused stops no other. Their bytes are not kept any longer. */
export function filesInRoom({ roomId, files = [] }: OutboxEntry, uploads: Uploads): Promise<OutboxFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.attachment) return file;
      const attachment = await uploads.begin(roomId, file);
      const { content: _content, ...lasting } = file;
      return { ...lasting, attachment };
    }),
  );
}
