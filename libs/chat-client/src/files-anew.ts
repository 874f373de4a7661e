import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';

/** The files of an entry as before they were uploaded, for the room has them no more (PROTOCOL O7); undefined if no bytes are left here. */
export function filesAnew({ files = [] }: OutboxEntry): readonly OutboxFile[] | undefined {
  if (!files.some(({ content, attachment }) => content && attachment)) return undefined;
  return files.map(({ attachment, ...file }) => (file.content || !attachment ? file : { ...file, attachment }));
}
