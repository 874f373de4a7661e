import type { Message } from '@fourways/chat-core';

/** What one can do with the rows of a conversation. The same object for the life of a conversation, so that no row is drawn anew. */
export interface RowActs {
  /** Null ends the editing. */
  edit(messageId: string | null): void;
  remove(messageId: string): void;
  /** Withdraws a message that is still here; `keep` puts its text back into the composer. */
  withdraw(clientMsgId: string, keep: boolean): void;
  reply(message: Message): void;
  react(message: Message, emoji: string): void;
  /** From this message on. */
  markUnread(message: Message): void;
  copyLink(message: Message): void;
  jumpTo(messageId: string): void;
}
