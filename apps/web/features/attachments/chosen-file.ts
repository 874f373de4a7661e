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

export function chosenFrom(file: File): ChosenFile {
  return { uploadId: uuid(), name: file.name || 'file', sizeBytes: file.size, mediaType: file.type, content: file };
}

/** Of a picture that this browser can show, so that nothing moves when it does. */
export async function sizeOf({ width, height, mediaType, content }: ChosenFile): Promise<Pick<ChosenFile, 'width' | 'height'> | undefined> {
  if (width && height) return { width, height };
  if (!content || !DRAWABLE.test(mediaType)) return undefined;
  const bitmap = await createImageBitmap(content).catch(() => undefined);
  if (!bitmap) return undefined;
  const size = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  return size;
}
