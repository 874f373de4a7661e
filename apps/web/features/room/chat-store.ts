import { ChatClient, type ChatClientOptions, type ChatView } from '@fourways/chat-client';
import { type Snapshot, type Timeline, timelineFrom } from '@fourways/chat-core';
import { storedSetbacks } from '@/features/delivery/stored-setbacks';
import { IndexedDbShelf } from '@/features/outbox/indexed-db-shelf';
import { NextPaint } from './next-paint';

/** More than the page ever shows of a conversation that goes on. */
const KEPT_MESSAGES = 300;

/** A client as React reads it: at most one update per painted frame, and a first view that is the same on the server and in the browser. */
export class ChatStore {
  readonly client: ChatClient;
  private readonly firstView: ChatView;
  private lastTimeline: Timeline;
  private readonly listeners = new Set<() => void>();
  /** For all listeners together, lest one part of the screen is a frame ahead of another. */
  private readonly paint = new NextPaint(() => this.announce());

  constructor(options: ChatClientOptions & { snapshot: Snapshot }) {
    this.client = new ChatClient({ ...options, shelf: new IndexedDbShelf(options.snapshot.me.id), setbacks: storedSetbacks, keptMessages: KEPT_MESSAGES });
    this.lastTimeline = this.client.getSnapshot().timeline ?? timelineFrom(options.snapshot);
    this.firstView = this.client.getSnapshot();
  }

  /** Opens the connection; the answer closes it. A closed client that is opened again goes on where it was. */
  readonly open = (): (() => void) => {
    const unsubscribe = this.client.subscribe(() => this.paint.ask());
    void this.client.start().catch(() => undefined);
    return () => {
      this.client.close();
      unsubscribe();
      this.paint.stop();
    };
  };

  readonly view = (): ChatView => this.client.getSnapshot();

  readonly serverView = (): ChatView => this.firstView;

  /** The page brought a snapshot, so there always is one; after signing out it is the last that was seen. */
  readonly timeline = (): Timeline => (this.lastTimeline = this.view().timeline ?? this.lastTimeline);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private announce(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
