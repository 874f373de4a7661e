import type { Mentions, Message, Reaction } from './message.js';

/** All that a change of its text leaves of what a message said before: so the newest change alone decides. */
interface TextChange {
  readonly updatedSeq: number;
  readonly body: string;
  readonly editedTs?: number;
  readonly mentions?: Mentions;
  readonly removed?: true;
}

/** What happened to a message: its newest text, and the newest state of each of its reactions. */
export interface MessageChange {
  readonly text?: TextChange;
  readonly reactions?: readonly Reaction[];
}

/** The message after the change; the same object when it knew all of it already. A tombstone keeps nothing. */
export function withChange(message: Message, change: MessageChange | undefined): Message {
  if (!change) return message;
  const said = withText(message, change.text);
  return said.removed ? said : withReactions(said, change.reactions);
}

/** Two changes of the same message as one. */
export function merged(one: MessageChange | undefined, other: MessageChange): MessageChange {
  const text = newest(one?.text, other.text);
  const reactions = mergedReactions(one?.reactions, other.reactions);
  return { ...(text && { text }), ...(reactions && { reactions }) };
}

function withText(message: Message, text: TextChange | undefined): Message {
  if (!text || text.updatedSeq <= message.updatedSeq) return message;
  const { editedTs: _editedTs, removed: _removed, mentions: _mentions, replyTo, reactions, attachments, ...lasting } = message;
  const kept = { ...(replyTo && { replyTo }), ...(reactions && { reactions }), ...(attachments && { attachments }) };
  return { ...lasting, ...(!text.removed && kept), ...text };
}

function withReactions(message: Message, changed: readonly Reaction[] | undefined): Message {
  const reactions = mergedReactions(message.reactions, changed);
  return reactions === message.reactions ? message : { ...message, ...(reactions && { reactions }) };
}

function newest(one: TextChange | undefined, other: TextChange | undefined): TextChange | undefined {
  return !one || (other && other.updatedSeq > one.updatedSeq) ? other : one;
}

/** The newest state of each, in the order in which they were first given; the same list when nothing is new. */
function mergedReactions(known: readonly Reaction[] | undefined, changed: readonly Reaction[] | undefined): Reaction[] | undefined {
  const byEmoji = new Map(known?.map((reaction) => [reaction.emoji, reaction]));
  const news = (changed ?? []).filter(({ emoji, seq }) => seq > (byEmoji.get(emoji)?.seq ?? 0));
  if (news.length === 0) return known as Reaction[] | undefined;
  for (const reaction of news) byEmoji.set(reaction.emoji, reaction);
  return inOrderGiven([...byEmoji.values()]);
}

/** Reactions as they are shown: in the order in which they were first given. */
export function inOrderGiven(reactions: readonly Reaction[]): Reaction[] {
  return reactions.toSorted((a, b) => a.sinceTs - b.sinceTs || (a.emoji < b.emoji ? -1 : 1));
}
