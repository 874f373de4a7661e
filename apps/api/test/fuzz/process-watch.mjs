// Loaded into the server's process with `node --import`: tells its parent what the process holds after a garbage collection.
import { subscribe } from 'node:diagnostics_channel';

const sockets = new Set();
let server;

subscribe('net.server.socket', ({ socket }) => {
  server ??= socket.server;
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});

const listenersOf = (emitter) => emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

process.on('message', () => {
  globalThis.gc();
  // those that only wait for another request are not left behind, but kept
  server?.closeIdleConnections();
  process.send({
    sockets: sockets.size,
    silentSockets: [...sockets].filter(({ bytesRead }) => bytesRead === 0).length,
    timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    listeners: listenersOf(process) + (server ? listenersOf(server) : 0),
    memoryBytes: process.memoryUsage().heapUsed + process.memoryUsage().external,
  });
});
process.channel.unref();
