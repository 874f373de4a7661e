import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { Uploads } from './uploads.js';

/** Uploads what is not yet in the room; one that is refused stops no other. Their bytes stay until the message is stored: the room may forget them before. */
export function filesInRoom({ roomId, files = [] }: OutboxEntry, uploads: Uploads): Promise<OutboxFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.attachment) return file;
      return { ...file, attachment: await uploads.begin(roomId, file) };
    }),
  );
}
