// Loaded into the server's process with `node --import`: tells its parent what the process holds.
import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';

const SAMPLE_MS = 20;

const engines = new Map();
/** By socket: when it last held nothing back. */
const sockets = new Map();
let peak = 0;

subscribe('net.server.socket', ({ socket }) => {
  sockets.set(socket, performance.now());
  socket.once('close', () => sockets.delete(socket));
});

const { Socket } = createRequire(import.meta.url)('engine.io');
const { onOpen } = Socket.prototype;
Socket.prototype.onOpen = function (...args) {
  const socket = this.transport.socket._socket;
  engines.set(socket, this);
  socket.once('close', () => engines.delete(socket));
  return onOpen.apply(this, args);
};

/** Bytes that were written and have not left for the kernel, wherever in the process they are. */
function heldBy(socket) {
  const queued = engines.get(socket)?.writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0) ?? 0;
  return socket.writableLength + (socket._httpMessage?.outputSize ?? 0) + queued;
}

function modeOf(socket) {
  if (engines.has(socket)) return 'websocket';
  return socket._httpMessage?.req.url.startsWith('/api/sse') ? 'sse' : 'other';
}

const isEnding = (socket) => socket._httpMessage?.writableEnded === true || engines.get(socket)?.readyState === 'closing';

function sample() {
  for (const socket of sockets.keys()) {
    const held = heldBy(socket);
    peak = Math.max(peak, held);
    if (held === 0) sockets.set(socket, performance.now());
  }
}
setInterval(sample, SAMPLE_MS).unref();

/** Looks first: a process that was busy has not looked for a while, and everyone would seem to be stuck. */
function openSockets() {
  sample();
  return [...sockets].map(([socket, emptyMs]) => ({ mode: modeOf(socket), stuckMs: performance.now() - emptyMs, ending: isEnding(socket) }));
}

const answers = {
  memory() {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { used: heapUsed + external, rss, peak };
  },
  sockets: openSockets,
};

process.on('message', (question) => process.send(answers[question]()));
process.channel.unref();
