import type { ChatClient, ChatView } from '@fourways/chat-client';

/** Resolves when the client's view satisfies the condition; rejects with what it showed last. */
export function until(client: ChatClient, condition: (view: ChatView) => boolean, what: string, timeoutMs = 10_000): Promise<ChatView> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new Error(`Not within ${timeoutMs} ms: ${what}\n${describeView(client.getSnapshot())}`))), timeoutMs);
    const unsubscribe = client.subscribe(look);
    function settle(end: () => void): void {
      clearTimeout(timer);
      unsubscribe();
      end();
    }
    function look(): void {
      const view = client.getSnapshot();
      if (condition(view)) settle(() => resolve(view));
    }
    look();
  });
}

function describeView(view: ChatView): string {
  const { status, mode, switchingTo, problem, outbox, timeline, lastSwitch } = view;
  const rooms = [...(timeline?.rooms.values() ?? [])].map(({ room, joined, roomSeq, messages }) => ({ room: room.name, joined, roomSeq, messages: messages.length }));
  return JSON.stringify({ status, mode, switchingTo, problem: problem?.message, outbox: outbox.length, lastSwitch, rooms }, null, 1);
}
