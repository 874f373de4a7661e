import type { ChatClient } from '@fourways/chat-client';
import { type ChosenFile, isPicture } from './chosen-file';
import { chosenFiles } from './chosen-files';
import { localPictures } from './local-pictures';

/** Puts a chosen file into the room while its message is still being written. A refusal is told by the client's view. */
export async function beginUpload(client: ChatClient, key: string, roomId: string, file: ChosenFile): Promise<void> {
  const attachment = await client.upload(roomId, file).catch(() => undefined);
  if (!attachment) return;
  if (isPicture(file)) localPictures.addressOf({ ...file, attachment });
  chosenFiles.change(key, file.uploadId, (chosen) => ({ ...chosen, attachment }));
}
