import type { Ack, Command } from './command.js';
import type { Cursor } from './cursor.js';
import type { Problem } from './problem.js';
import type { Frame } from './frame.js';
import type { Bye, Gap, Hello } from './notice.js';

/** Where the four readers and their companions live. */
export const PATHS = {
  poll: '/api/poll',
  'long-poll': '/api/long-poll',
  sse: '/api/sse',
  websocket: '/api/ws',
  session: '/api/session',
  me: '/api/me',
  rooms: '/api/rooms',
  direct: '/api/direct',
  people: '/api/people',
  search: '/api/search',
  snapshot: '/api/snapshot',
  alive: '/api/alive',
  push: '/api/push',
  audit: '/api/audit',
} as const;

export const HEADERS = {
  cursor: 'RT-Cursor',
  upToDate: 'RT-Up-To-Date',
  /** The verdict code of a poll that was ended early, e.g. `4109`. */
  code: 'RT-Code',
  /** Of a request: whose session the client takes it to be. Refused with `no_session` if it is another person's. */
  user: 'RT-User',
} as const;

export const SESSION_COOKIE = 'fourways_session';

/** SSE ids that are no cursors: a native EventSource sends them back and is told to stop with 204. */
export const SSE_STOP_IDS = { gap: '!gap', stop: '!stop' } as const;

/** What the WebSocket's server says. A frame arrives as JSON of `Frame`. */
export interface ServerEvents {
  hello: (hello: Hello) => void;
  frame: (frame: Frame) => void;
  gap: (gap: Gap) => void;
  bye: (bye: Bye) => void;
}

/** What the WebSocket's client says. Each command is acknowledged with its result or a problem. */
export interface ClientEvents {
  cmd: (command: Command, acknowledge: (answer: CommandAnswer) => void) => void;
}

/** `result` is the Ack of a command that appends, null for `typing` and `alive`. */
export type CommandAnswer = { ok: true; result: Ack | null } | { ok: false; problem: Problem };

/** `auth` of the Socket.IO handshake. */
export interface HandshakeAuth {
  cursor: Cursor;
  conn: string;
  v: 1;
  eph?: number;
}
