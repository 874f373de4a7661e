import type { Attachment, NotifyLevel, Room, RoomKind } from '@fourways/chat-core';

export interface RoomRow {
  id: string;
  name: string;
  kind: RoomKind;
  createdTs: number;
  roomSeq: number;
  memberCount: number;
  messageCount: number;
  ownerId: string | null;
  topic: string | null;
  archivedTs: number | null;
  /** JSON. */
  people: string | null;
  directKey: string | null;
}

export interface MembershipRow {
  roomId: string;
  userId: string;
  joinedSeq: number;
  leftSeq: number | null;
}

export interface MessageRow {
  id: string;
  roomId: string;
  roomSeq: number;
  number: number;
  seq: number;
  updatedSeq: number;
  authorId: string;
  clientMsgId: string;
  bodyHash: string;
  body: string;
  ts: number;
  editedTs: number | null;
  removed: boolean;
  /** JSON. */
  replyTo: string | null;
  mentions: string | null;
  attachments: string | null;
}

export interface SubscriptionRow {
  roomId: string;
  userId: string;
  readNumber: number;
  seenNumber: number | null;
  level: NotifyLevel;
  starred: boolean;
  position: number | null;
}

export interface MentionRow {
  roomId: string;
  /** `*` when everyone in the room is called. */
  userId: string;
  number: number;
  messageId: string;
  authorId: string;
}

export interface AttachmentRow {
  id: string;
  roomId: string;
  authorId: string;
  uploadId: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  previewBytes: number;
  /** SHA-256 of what was uploaded. */
  contentHash: string;
  width: number | null;
  height: number | null;
  createdTs: number;
  /** The message that shows it; nobody but its author sees it before. */
  messageId: string | null;
  removed: boolean;
}

export interface ReactionRow {
  messageId: string;
  emoji: string;
  /** JSON. */
  users: string;
  sinceTs: number;
  seq: number;
}

/** What everyone who may see the room knows of it. */
export function roomOf(row: Pick<RoomRow, 'id' | 'name' | 'kind' | 'createdTs' | 'ownerId' | 'topic' | 'archivedTs' | 'people'>): Room {
  const { id, name, kind, createdTs, ownerId, topic, archivedTs, people } = row;
  return {
    ...{ id, name, kind, createdTs },
    ...(ownerId && { ownerId }),
    ...(topic && { topic }),
    ...(archivedTs && { archivedTs }),
    ...(people && { people: JSON.parse(people) as Room['people'] & object }),
  };
}

/** The row of a room of which nothing but itself is known yet. */
export function roomRow({ id, name, kind, createdTs, ownerId, topic, archivedTs, people }: Room): RoomRow {
  return {
    ...{ id, name, kind, createdTs, roomSeq: 0, memberCount: 0, messageCount: 0 },
    ...{ ownerId: ownerId ?? null, topic: topic ?? null, archivedTs: archivedTs ?? null },
    people: people ? JSON.stringify(people) : null,
    directKey: people ? directKeyOf(people) : null,
  };
}

/** There is one direct room for the same people. */
export function directKeyOf(people: readonly { readonly id: string }[]): string {
  return people
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

/** What everyone who may see its message knows of a file. */
export function attachmentOf({ id, name, mediaType, sizeBytes, width, height }: AttachmentRow): Attachment {
  return { attachmentId: id, name, mediaType, sizeBytes, ...(width !== null && height !== null && { width, height }) };
}
