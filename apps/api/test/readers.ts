import { type Bye, Frame, HEADERS, type Mode, PATHS, type Problem } from '@fourways/chat-core';
import type { Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import type { Guest } from './guest.js';

/** How the server ended what it had held open. */
export interface Ending {
  readonly status?: number;
  readonly problem?: Problem;
  readonly code?: string | null;
  readonly retryAfter?: string | null;
  readonly bye?: Bye;
  /** The raw text of a stream. */
  readonly text?: string;
}

/** Something that a client holds open, on the bare wire. */
export interface OpenReader {
  /** Resolves when the server has ended it, or it has ended itself. */
  readonly ended: Promise<Ending>;
  /** Goes away without a word. */
  vanish(): void;
}

/** Opens the modes that hold something open, and resolves once the server holds it. */
export const openReader: Record<Exclude<Mode, 'poll'>, (guest: Guest, conn?: string) => Promise<OpenReader>> = {
  async 'long-poll'(guest, conn = v7()) {
    const { cursor } = await guest.snapshot();
    const controller = new AbortController();
    const first = await guest.get<Frame>(`${PATHS['long-poll']}?cursor=${cursor}&conn=${conn}`);
    const { next, eph } = Frame.parse(first.body);
    const path = `${PATHS['long-poll']}?cursor=${next}&eph=${eph?.n ?? 0}&conn=${conn}&wait=20`;
    const held = guest.request<Problem>('GET', path, { signal: controller.signal });
    const ended = held.then(
      ({ status, headers, body }) => ({ status, problem: body, code: headers.get(HEADERS.code), retryAfter: headers.get('retry-after') }),
      () => ({}),
    );
    return { ended, vanish: () => controller.abort() };
  },

  async sse(guest, conn = v7()) {
    const { cursor } = await guest.snapshot();
    const controller = new AbortController();
    const response = await fetch(`${guest.url}${PATHS.sse}?cursor=${cursor}&conn=${conn}`, { headers: { Cookie: guest.cookie }, signal: controller.signal });
    const ended = response.text().then(
      (text) => ({ status: response.status, text, ...byeIn(text) }),
      () => ({}),
    );
    return { ended, vanish: () => controller.abort() };
  },

  async websocket(guest, conn = v7()) {
    const { cursor } = await guest.snapshot();
    const socket = guest.socket({ cursor, conn, v: 1 });
    let bye: Bye | undefined;
    socket.once('bye', (goodbye) => (bye = goodbye));
    const ended = new Promise<Ending>((resolve) => socket.once('disconnect', () => resolve(bye ? { bye } : {})));
    await new Promise((resolve) => socket.once('frame', resolve));
    return { ended, vanish: () => cut(socket) };
  },
};

export const HOLDING_MODES = Object.keys(openReader) as (keyof typeof openReader)[];

function byeIn(text: string): { bye?: Bye } {
  const data = /event: bye\n(?:(?:id|retry): .*\n)*data: (.*)\n\n$/.exec(text)?.[1];
  return data === undefined ? {} : { bye: JSON.parse(data) as Bye };
}

/** Tears the connection: no close frame, as when a train enters a tunnel. */
function cut(socket: Socket): void {
  const { transport } = socket.io.engine as unknown as { transport: { ws: { terminate?(): void; close(): void } | null } };
  if (transport.ws?.terminate) transport.ws.terminate();
  else transport.ws?.close();
  socket.close();
}
