import type { EventDraft, LogRecord, User } from '@fourways/chat-core';
import type { WorkingSet } from './working-set.js';

/** Which rows a command must see to decide. All commands of a batch are read for together. */
export interface Needs {
  readonly rooms?: readonly string[];
  /** The person's current stay in the room, and how she reads it and wants to have it. */
  readonly memberships?: readonly { roomId: string; userId: string }[];
  /** Messages, with their authors. */
  readonly messages?: readonly string[];
  /** A message that this author has posted under this id before. */
  readonly posted?: { authorId: string; clientMsgId: string };
  readonly users?: readonly string[];
  /** Uploaded files. */
  readonly attachments?: readonly string[];
  /** All reactions to these messages. */
  readonly reactions?: readonly string[];
  /** The direct room of these people. */
  readonly directKey?: string;
  /** What comes after the message of this number for a person. */
  readonly after?: { roomId: string; userId: string; number: number };
  /** Whether a public room of this name exists. */
  readonly roomName?: string;
}

/** A guest and the session that was opened for her: state without events. */
export interface NewSession {
  readonly user: User;
  readonly sessionId: string;
  readonly ts: number;
}

/** What a command leads to. Without events it is an answer from what is there already. */
export interface Decision {
  readonly events: readonly EventDraft[];
  /** The event that recorded the same command earlier. */
  readonly earlier?: LogRecord;
  readonly session?: NewSession;
}

/**
 * A command as the ledger sees it: what it must see, and a pure decision, which refuses by throwing.
 * The state changes are not part of it: they follow from the events.
 */
export interface LedgerCommand {
  readonly needs: Needs;
  decide(state: WorkingSet): Decision;
}
