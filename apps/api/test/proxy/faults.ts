import type { Fault, Treatment } from './fault.js';
import type { Inflow, Piece } from './inflow.js';

type Direction = keyof Fault;

const BOTH: readonly Direction[] = ['toServer', 'toClient'];
const STREAM = /^HTTP\/1\.1 200 (?:.*\r\n)*?content-type: text\/event-stream/i;
const UPGRADED = /^HTTP\/1\.1 101 /;
const UPGRADE_REQUEST = /^GET .*\r\n(?:.*\r\n)*?upgrade: websocket\r\n/i;
const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
/** Pieces of a throttled stream per second. */
const SLICES_PER_S = 10;

/** Nothing goes on in the given directions, nor that a side has gone; all of it does when the fault is taken away. */
export function blackHole(...directions: readonly Direction[]): Fault {
  return treated(directions.length > 0 ? directions : BOTH, hole);
}

/** Everything comes `ms` later, in both directions. */
export function delay(ms: number): Fault {
  return treated(BOTH, async function* ({ pieces, pause }) {
    for await (const piece of pieces) {
      await pause(piece.arrivedMs + ms - performance.now());
      yield piece;
    }
  });
}

/** The client is given so many bytes a second. */
export function throttle(bytesPerS: number): Fault {
  const bytes = Math.max(1, Math.floor(bytesPerS / SLICES_PER_S));
  return treated(['toClient'], async function* ({ pieces, pause }) {
    for await (const piece of pieces) {
      for (let start = 0; start < piece.data.length; start += bytes) {
        yield { ...piece, data: piece.data.subarray(start, start + bytes) };
        await pause((1_000 * bytes) / bytesPerS);
      }
    }
  });
}

/** The client is given nothing until the server has closed the connection, as by a proxy that buffers whole answers. */
export function bufferAnswers(): Fault {
  return treated(['toClient'], async function* ({ pieces }) {
    const held: Piece[] = [];
    for await (const piece of pieces) held.push(piece);
    yield* held;
  });
}

/** Event streams are held back until they end, as by a proxy that buffers answers; shorter answers end at once. */
export function bufferStreams(): Fault {
  return treated(['toClient'], async function* ({ pieces }) {
    const held: Piece[] = [];
    for await (const piece of pieces) {
      if (held.length > 0 || STREAM.test(piece.data.toString('latin1'))) held.push(piece);
      else yield piece;
    }
    yield* held;
  });
}

/** The first answer that has this text in it is lost after the server has written it, with its connection. */
export function loseAnswerWith(text: string): Fault {
  let lost = false;
  return treated(['toClient'], async function* ({ pieces }, link) {
    for await (const piece of pieces) {
      if (!lost && piece.data.includes(text)) {
        lost = true;
        return link.cut();
      }
      yield piece;
    }
  });
}

/** Requests for a WebSocket are answered with 403, as by a firewall that knows only HTTP. */
export function refuseUpgrades(): Fault {
  return treated(['toServer'], async function* ({ pieces }, link) {
    for await (const piece of pieces) {
      if (UPGRADE_REQUEST.test(piece.data.toString('latin1'))) return link.answer(FORBIDDEN);
      yield piece;
    }
  });
}

/** A WebSocket opens, and then nothing comes through it. Sockets that are open already go on. */
export function muteUpgraded(): Fault {
  return treated(['toClient'], async function* ({ pieces, over }) {
    for await (const piece of pieces) {
      const head = piece.data.indexOf('\r\n\r\n') + 4;
      const upgraded = UPGRADED.test(piece.data.toString('latin1', 0, head));
      yield upgraded ? { ...piece, data: piece.data.subarray(0, head) } : piece;
      if (!upgraded) continue;
      await over;
      yield { ...piece, data: piece.data.subarray(head) };
    }
  });
}

/** One fault after the other, on the same connection. */
export function both(first: Fault, second: Fault): Fault {
  const pairs = BOTH.map((direction) => [direction, inTurn(first[direction], second[direction])] as const);
  return Object.fromEntries(pairs.filter(([, treatment]) => treatment));
}

async function* hole({ pieces, over }: Inflow): AsyncGenerator<Piece> {
  await over;
  yield* pieces;
}

function treated(directions: readonly Direction[], treatment: Treatment): Fault {
  return Object.fromEntries(directions.map((direction) => [direction, treatment]));
}

function inTurn(first: Treatment | undefined, second: Treatment | undefined): Treatment | undefined {
  if (!first || !second) return first ?? second;
  return (inflow, link) => second({ ...inflow, pieces: first(inflow, link) }, link);
}
