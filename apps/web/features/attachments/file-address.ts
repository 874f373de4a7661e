import { PATHS } from '@fourways/chat-core';

/** Where a file of a room is read. */
export function fileAddress(roomId: string, attachmentId: string): string {
  return `${PATHS.rooms}/${roomId}/attachments/${attachmentId}`;
}

/** A small still of a picture. */
export function previewAddress(roomId: string, attachmentId: string): string {
  return `${fileAddress(roomId, attachmentId)}/preview`;
}
