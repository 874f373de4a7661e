import type { Mode } from '@fourways/chat-core';
import type { BrowserContext, Page, Request, WebSocket } from '@playwright/test';

type Held = Exclude<Mode, 'poll'>;
const MODE_OF: Readonly<Record<string, Held>> = { '/api/long-poll': 'long-poll', '/api/sse': 'sse', '/api/ws/': 'websocket' };

/** What the tabs of one browser hold open to the server at this moment, and which tab holds it. */
export class OpenConnections {
  private readonly held = new Map<Request | WebSocket, { mode: Held; page: Page }>();

  constructor(context: BrowserContext) {
    for (const page of context.pages()) this.watch(page);
    context.on('page', (page) => this.watch(page));
  }

  /** The tabs that hold one of this mode, one entry for each connection. */
  of(mode: Held): Page[] {
    return [...this.held.values()].filter((each) => each.mode === mode).map(({ page }) => page);
  }

  get modes(): Held[] {
    return [...this.held.values()].map(({ mode }) => mode);
  }

  private watch(page: Page): void {
    page.on('request', (request) => this.add(request, page));
    page.on('requestfinished', (request) => this.held.delete(request));
    page.on('requestfailed', (request) => this.held.delete(request));
    page.on('websocket', (socket) => {
      this.add(socket, page);
      socket.on('close', () => this.held.delete(socket));
    });
    page.on('close', () => this.forget(page));
  }

  private add(what: Request | WebSocket, page: Page): void {
    const mode = MODE_OF[new URL(what.url()).pathname];
    if (mode) this.held.set(what, { mode, page });
  }

  private forget(page: Page): void {
    for (const [what, held] of this.held) if (held.page === page) this.held.delete(what);
  }
}
