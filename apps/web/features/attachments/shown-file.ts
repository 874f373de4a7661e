import type { OutboxFile } from '@fourways/chat-client';
import type { Attachment } from '@fourways/chat-core';
import { isPicture } from './chosen-file';
import { fileAddress, previewAddress } from './file-address';
import { localPictures } from './local-pictures';

/** A file of a message as it is drawn, whether its message has arrived or not. */
export interface ShownFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly alt: string;
  /** Of a picture: where it is, in pixels, and what stands in the conversation. */
  readonly picture?: { readonly width: number; readonly height: number; readonly address: string; readonly still: string };
  /** The file itself, once it is in the room. */
  readonly address?: string;
  readonly uploadId?: string;
}

export function shownAttachment(roomId: string, { attachmentId, name, sizeBytes, mediaType, width, height, alt = '' }: Attachment): ShownFile {
  const address = fileAddress(roomId, attachmentId);
  const shown = { name, sizeBytes, alt, address };
  if (width === undefined || height === undefined) return shown;
  const still = localPictures.addressOfAttachment(attachmentId) ?? previewAddress(roomId, attachmentId);
  return { ...shown, picture: { width, height, still, address: mediaType === 'image/gif' ? address : still } };
}

export function shownUpload(roomId: string, file: OutboxFile): ShownFile {
  const { uploadId, name, sizeBytes, alt = '', width, height, attachment } = file;
  const still = isPicture(file) ? (localPictures.addressOf(file) ?? (attachment && previewAddress(roomId, attachment.attachmentId))) : undefined;
  const shown = { name, sizeBytes, alt, uploadId, ...(attachment && { address: fileAddress(roomId, attachment.attachmentId) }) };
  const size = attachment?.width ? { width: attachment.width, height: attachment.height! } : width && height ? { width, height } : undefined;
  return still && size ? { ...shown, picture: { ...size, still, address: still } } : shown;
}
