import type { ChatClient, OutboxFile } from '@fourways/chat-client';
import { beginUpload } from './begin-upload';
import { chosenFiles } from './chosen-files';

/** The files of a message that was taken back stand beside its text again. */
export function chooseAgain(client: ChatClient, key: string, roomId: string, files: readonly OutboxFile[]): void {
  chosenFiles.add(key, files);
  for (const file of files) if (file.content && !file.attachment) void beginUpload(client, key, roomId, file);
}
