import type { Socket } from 'node:net';

/** What one reader costs on the network: its requests, and the bytes of its sockets in both directions, headers included. */
export class Wire {
  requests = 0;
  private readonly sockets = new Set<Socket>();
  private closedBytes = 0;

  watch(socket: Socket): void {
    if (this.sockets.has(socket)) return;
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.closedBytes += bytesOf(socket);
    });
  }

  get bytes(): number {
    return [...this.sockets].reduce((sum, socket) => sum + bytesOf(socket), this.closedBytes);
  }
}

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten;
}
