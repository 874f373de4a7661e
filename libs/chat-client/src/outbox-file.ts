import type { Attachment } from '@fourways/chat-core';

/** A file that goes with a message which is not yet in the timeline. */
export interface OutboxFile {
  /** UUIDv7, made when the file was chosen; a repeated upload is recognised by it (PROTOCOL O4). */
  readonly uploadId: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** As whoever chose it says; the server looks for itself. */
  readonly mediaType: string;
  /** Of a picture, in pixels, as it is shown. */
  readonly width?: number;
  readonly height?: number;
  /** What a picture shows, for those who do not see it. */
  readonly alt?: string;
  /** The bytes, where there are any, until the message is stored. */
  readonly content?: Blob;
  /** What the room has, from then on. */
  readonly attachment?: Attachment;
}

export function isInRoom({ attachment }: OutboxFile): boolean {
  return attachment !== undefined;
}
