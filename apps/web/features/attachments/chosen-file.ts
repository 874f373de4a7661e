import type { OutboxFile } from '@fourways/chat-client';
import { v7 as uuid } from 'uuid';

/** A file beside the text that is being written. One whose page went away before it was in the room has neither bytes nor a place. */
export type ChosenFile = OutboxFile;

/** The kinds that the server draws, and every browser shows. */
const DRAWABLE = /^image\/(jpeg|png|webp|gif|avif)$/;

/** Something to be looked at: the room has drawn it, or this browser can. */
export function isPicture({ width, attachment }: ChosenFile): boolean {
  return (attachment ?? { width }).width !== undefined;
}

export function isInterrupted({ content, attachment }: ChosenFile): boolean {
  return !content && !attachment;
}

/** With the size of a picture, so that nothing moves when it is shown. */
export async function chosenFrom(file: File): Promise<ChosenFile> {
  const chosen = { uploadId: uuid(), name: file.name || 'file', sizeBytes: file.size, mediaType: file.type, content: file };
  if (!DRAWABLE.test(file.type)) return chosen;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return chosen;
  const { width, height } = bitmap;
  bitmap.close();
  return { ...chosen, width, height };
}
