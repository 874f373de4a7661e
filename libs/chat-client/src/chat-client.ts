import type { Ack, Attachment, ChangeRoom, Command, CreateRoom, EditMessage, HistoryPage, Message, ModeChoice, PeoplePage, PreferRoom, SearchPage, User } from '@fourways/chat-core';
import { v7 as uuid } from 'uuid';
import { Auditor, type AuditReport } from './auditor.js';
import type { ChatClientOptions } from './chat-client-options.js';
import { Engine } from './engine.js';
import { HistoryLoader } from './history-loader.js';
import type { OutboxEntry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { PushApi } from './push-api.js';
import type { PeopleQuery, SearchQuery } from './queries.js';
import { TypingNotice } from './typing-notice.js';
import { unreachable } from './unreachable.js';
import { untilInSync } from './until-in-sync.js';
import type { ChatView, SwitchReport } from './view.js';
import { watchWakeSignals } from './wake-signals.js';

/**
 * One person's live view of the chat, in any of the four modes. It owns the state; a screen subscribes to it
 * (`subscribe` and `getSnapshot` fit `useSyncExternalStore`) and calls the methods below.
 *
 * Commands reject with a ChatError and are not repeated, except messages: `post` is kept until it is in the timeline.
 */
export class ChatClient {
  private readonly engine: Engine;
  private readonly typing = new TypingNotice((roomId, typing) => this.engine.tell({ name: 'typing', data: { roomId, typing } }));
  private readonly history: HistoryLoader;
  private readonly auditor: Auditor;
  private unwatch: (() => void) | undefined;

  constructor(options: ChatClientOptions = {}) {
    this.engine = new Engine(options);
    this.history = new HistoryLoader(this.engine.api, this.engine.replica);
    this.auditor = new Auditor(this.engine.api, this.engine.replica);
  }

  /** Where this browser can be reached while no page is open. */
  get push(): PushApi {
    return this.engine.push;
  }

  /** Calls `listener` after a change, at most once per microtask, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => this.engine.store.subscribe(listener);

  /** The current view: the same object until something changes. */
  readonly getSnapshot = (): ChatView => this.engine.store.getSnapshot();

  /** Starts a session under a name; keeps its cookie in Node. What another person left here is forgotten. */
  async signIn(name: string): Promise<User> {
    const user = await this.engine.api.signIn(name);
    const known = this.getSnapshot().timeline?.me.id;
    if (known && known !== user.id) this.engine.forget();
    this.engine.recognition.trust();
    return user;
  }

  /** Ends the session, and forgets everything that was known and every message not yet sent. */
  async signOut(): Promise<void> {
    await this.engine.api.signOut();
    this.end({ status: 'signed-out', problem: null });
    this.engine.forget();
  }

  /**
   * Takes a snapshot if none was given and opens the transport. Resolves when in sync; rejects with a ChatError when
   * the session is not valid or the server refuses for good. Calling it again changes nothing; after `close()` it
   * goes on where it was.
   */
  start(): Promise<void> {
    const { connection, store } = this.engine;
    this.unwatch ??= watchWakeSignals({
      wake: () => void this.engine.wake(),
      probe: () => connection.probe(),
      seen: () => this.engine.seen(),
      suspend: () => this.engine.suspend(),
      resume: () => void this.engine.resume(),
    });
    this.engine.start();
    return untilInSync(store);
  }

  /** Ends everything at once: no timer, socket or listener stays. */
  close(): void {
    this.end();
  }

  /**
   * Changes the mode, make before break: nothing is lost or shown twice. If the new one does not come up within 5 s,
   * the old one stays and `reason` says why. Never rejects; a newer call overtakes an older one.
   * `auto` goes to the best mode that works here, and from then on changes by itself; a mode chosen by name stays.
   */
  use(choice: ModeChoice, { pollIntervalMs }: { pollIntervalMs?: number } = {}): Promise<SwitchReport> {
    if (pollIntervalMs !== undefined) this.setPollInterval(pollIntervalMs);
    return this.engine.helm.choose(choice);
  }

  /** Interval of the mode poll in ms, held to 500 … 30 000; a running poll asks at once and then at the new pace. */
  setPollInterval(ms: number): void {
    this.engine.helm.setPollInterval(ms);
  }

  /**
   * Shows the message at once and sends it when it can: in the order of calls per room, and as often as it takes. Its
   * files are uploaded before, unless they are in the room already.
   */
  post(roomId: string, body: string, more: Pick<OutboxEntry, 'replyTo' | 'mentions' | 'files'> = {}): OutboxEntry {
    const entry: OutboxEntry = { clientMsgId: uuid(), roomId, body, ...more, createdTs: Date.now(), state: 'queued' };
    this.typing.posted(roomId);
    this.engine.dispatch.outbox.add(entry);
    return entry;
  }

  /** Sends a failed message again, or one that waits, now. */
  retry(clientMsgId: string): void {
    this.engine.dispatch.outbox.retry(clientMsgId);
  }

  /** Takes back a queued or failed message; undefined when it may be stored already. */
  cancel(clientMsgId: string): OutboxEntry | undefined {
    return this.engine.dispatch.cancel(clientMsgId);
  }

  /**
   * Puts a file into a room, as often as it takes, for a message to be posted with it; `view.uploads` tells how far it
   * is. Resolves with what the room has; rejects with the ChatError it was refused with, `payload_too_large` before anything
   * is sent. A call with the `uploadId` of one under way joins it; with that of a refused one it tries again.
   */
  upload(roomId: string, file: OutboxFile): Promise<Attachment> {
    return this.engine.dispatch.uploads.begin(roomId, file);
  }

  /** Breaks off an upload, whose promise rejects, or forgets a refused one. */
  cancelUpload(uploadId: string): void {
    this.engine.dispatch.uploads.cancel([uploadId]);
  }

  /** With `updatedSeq`, of the message as the editor showed it, an edit made elsewhere meanwhile is refused with `edit_conflict`. */
  edit(roomId: string, messageId: string, body: string, more: Omit<EditMessage, 'body'> = {}): Promise<Ack> {
    return this.command({ name: 'message.edit', data: { roomId, messageId, body, ...more } });
  }

  remove(roomId: string, messageId: string): Promise<Ack> {
    return this.command({ name: 'message.remove', data: { roomId, messageId } });
  }

  /** Sets one's own reaction. */
  react(roomId: string, messageId: string, emoji: string, on: boolean): Promise<Ack> {
    return this.command({ name: 'message.react', data: { roomId, messageId, emoji, on } });
  }

  createRoom(name: string, kind: CreateRoom['kind'] = 'public', topic?: string): Promise<Ack> {
    return this.command({ name: 'room.create', data: { name, kind, ...(topic && { topic }) } });
  }

  /** Opens the direct room with these others; resolves with its id, also when it was there. */
  async openDirect(userIds: readonly string[]): Promise<string> {
    const { event, roomId } = await this.command({ name: 'room.direct', data: { userIds: [...userIds] } });
    return roomId ?? event!.roomId;
  }

  /** Renames the room, gives it a topic, archives it or opens it again. */
  changeRoom(roomId: string, change: ChangeRoom): Promise<Ack> {
    return this.command({ name: 'room.change', data: { roomId, ...change } });
  }

  /** How I want to have the room, on all my devices. */
  prefer(roomId: string, change: PreferRoom): Promise<Ack> {
    return this.command({ name: 'room.prefer', data: { roomId, ...change } });
  }

  /** Everything up to the message of this number is read, at once here, and soon everywhere; `quiet`: the others are not told. */
  markRead(roomId: string, number: number, { quiet = false } = {}): void {
    this.engine.reading.read(roomId, number, quiet);
  }

  /** Everything after the message of this number is to be read again. */
  markUnread(roomId: string, number: number): Promise<Ack> {
    return this.engine.reading.unread(roomId, () => this.command({ name: 'room.unread', data: { roomId, number } }));
  }

  /** Persons whose names have a word that begins with `q`: everyone, or the members of a room. */
  people(query: PeopleQuery = {}): Promise<PeoplePage> {
    return this.engine.api.people(query);
  }

  /** Messages in rooms that I am in, the newest first. */
  search(query: SearchQuery): Promise<SearchPage> {
    return this.engine.api.search(query);
  }

  /** A page of history with a place, or the message of a number, in its middle; it does not become part of the view. */
  around(roomId: string, place: { around: number } | { aroundNumber: number }): Promise<HistoryPage> {
    return this.engine.api.page(roomId, place);
  }

  /** The page before or after a place. */
  beside(roomId: string, place: { before: number } | { after: number }): Promise<HistoryPage> {
    return this.engine.api.page(roomId, place);
  }

  /** One message, wherever in the history of a room it stands. */
  message(roomId: string, messageId: string): Promise<Message> {
    return this.engine.api.message(roomId, messageId);
  }

  joinRoom(roomId: string): Promise<Ack> {
    return this.command({ name: 'room.join', data: { roomId } });
  }

  leaveRoom(roomId: string): Promise<Ack> {
    return this.command({ name: 'room.leave', data: { roomId } });
  }

  addMember(roomId: string, userId: string): Promise<Ack> {
    return this.command({ name: 'room.add', data: { roomId, userId } });
  }

  /** Puts one page of older messages before the loaded ones; calls that overlap share one request. */
  loadOlder(roomId: string): Promise<void> {
    return this.history.loadOlder(roomId);
  }

  /** For somebody who reads back in a room: until the answer is called, nothing that is loaded of it is let go of. */
  holdHistory(roomId: string): () => void {
    return this.engine.replica.hold(roomId);
  }

  /** Has the server check what was delivered since the last snapshot. Rejects with a ChatError when it cannot be asked. */
  audit(): Promise<AuditReport> {
    return this.auditor.audit();
  }

  /** To be called on every key press; tells the others at most once per 3 s. */
  setTyping(roomId: string, typing: boolean): void {
    this.typing.set(roomId, typing);
  }

  /** Whether nobody has sat here for a while, as the others are shown; to be called whenever it may have changed. */
  setIdle(idle: boolean): void {
    this.engine.beacon.setIdle(idle);
  }

  private async command(command: Command): Promise<Ack> {
    const ack = await this.engine.run(command);
    if (!ack) throw unreachable('The command was answered without an acknowledgement');
    return ack;
  }

  private end(change?: Parameters<Engine['stop']>[0]): void {
    this.unwatch?.();
    this.unwatch = undefined;
    this.engine.stop(change);
  }
}
