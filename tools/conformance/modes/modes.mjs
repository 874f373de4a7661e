import { longPoll } from './long-poll.mjs';
import { poll } from './poll.mjs';
import { sse } from './sse.mjs';
import { websocket } from './websocket.mjs';

/**
 * The four ways to read. Each has `frames(guest, cursor)`, all frames from the cursor on, and knows the form that a gap, a malformed
 * cursor and a missing session have on its wire; those that hold something open also how it is ended.
 */
export const modes = [poll, longPoll, sse, websocket];

export const heldModes = [longPoll, sse, websocket];
