import type { ChatClient } from '@fourways/chat-client';
import type { RoomTimeline } from '@fourways/chat-core';

const PATIENCE_MS = 10_000;

/** Resolves when the log has told here what the server has acknowledged; a mode that asks now and then is later than the answer. */
export function untilRoom(client: ChatClient, roomId: string, is: (room: RoomTimeline | undefined) => boolean): Promise<void> {
  const done = () => is(client.getSnapshot().timeline?.rooms.get(roomId));
  if (done()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(finish, PATIENCE_MS);
    const unsubscribe = client.subscribe(() => done() && finish());
  });
}
