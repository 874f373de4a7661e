import type { ChatClient } from '@fourways/chat-client';
import { type ChosenFile, sizeOf } from './chosen-file';
import { chosenFiles } from './chosen-files';
import { localPictures } from './local-pictures';

/**
 * Puts a chosen file into the room while its message is still being written. A refusal is told by the client's view. What is
 * seen in a picture is looked at meanwhile, and nobody waits for it.
 */
export async function beginUpload(client: ChatClient, key: string, roomId: string, file: ChosenFile): Promise<void> {
  const measured = sizeOf(file).then((size) => {
    if (size) localPictures.addressOf(file);
    if (size) chosenFiles.change(key, file.uploadId, (chosen) => ({ ...chosen, ...size }));
  });
  const attachment = await client.upload(roomId, file).catch(() => undefined);
  if (!attachment) return;
  const { content: _content, ...inRoom } = { ...file, attachment };
  localPictures.addressOf(inRoom);
  chosenFiles.change(key, file.uploadId, (chosen) => ({ ...chosen, attachment }));
  await measured;
  localPictures.addressOf(inRoom);
}
