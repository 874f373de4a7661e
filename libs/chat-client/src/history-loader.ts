import type { Api } from './api.js';
import type { Replica } from './replica.js';

const PAGE = 50;

/** Loads the past of rooms page by page; calls for the same room that overlap share one request. */
export class HistoryLoader {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly api: Pick<Api, 'history'>,
    private readonly replica: Replica,
  ) {}

  loadOlder(roomId: string): Promise<void> {
    const running = this.running.get(roomId);
    if (running) return running;
    const page = this.load(roomId).finally(() => this.running.delete(roomId));
    this.running.set(roomId, page);
    return page;
  }

  private async load(roomId: string): Promise<void> {
    const before = this.replica.timeline?.rooms.get(roomId)?.loadedFrom ?? 0;
    if (before === 0) return;
    this.replica.addHistory(roomId, before, await this.api.history(roomId, before, PAGE));
  }
}
