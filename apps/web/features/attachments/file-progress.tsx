'use client';
import type { ChatView } from '@fourways/chat-client';
import { useChat } from '@/features/room/chat-context';
import type { ShownFile } from './shown-file';
import { UploadProgress } from './upload-progress';

const uploadsOf = (view: ChatView) => view.uploads;

/** Under a file whose message waits for it. */
export function FileProgress({ file: { uploadId = '', name, sizeBytes, address } }: { file: ShownFile }) {
  const upload = useChat(uploadsOf).get(uploadId);
  if (address || !upload || upload.status === 'failed') return null;
  return <UploadProgress name={name} sentBytes={upload.sentBytes} sizeBytes={sizeBytes} />;
}
