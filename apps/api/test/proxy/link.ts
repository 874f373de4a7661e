import type { Socket } from 'node:net';
import type { Fault, Treatment } from './fault.js';
import { Flow } from './flow.js';

/** One connection through the proxy: a socket to each side, and what flows between them. */
export class Link {
  /** Resolves when it has ended on both sides. */
  readonly closed: Promise<unknown>;
  private readonly toServer: Flow;
  private readonly toClient: Flow;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    fault: Fault,
  ) {
    this.toServer = new Flow(client, server, this.bound(fault.toServer));
    this.toClient = new Flow(server, client, this.bound(fault.toClient));
    this.watch(client, this.toServer, this.toClient);
    this.watch(server, this.toClient, this.toServer);
    this.closed = Promise.all([client, server].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  }

  treat(fault: Fault): void {
    this.toServer.treat(this.bound(fault.toServer));
    this.toClient.treat(this.bound(fault.toClient));
  }

  /** Answers in the server's place, and ends. */
  answer(text: string): void {
    this.client.end(text, () => this.cut());
  }

  /** Resets both sides. */
  cut(): void {
    reset(this.client);
    reset(this.server);
  }

  /** When one side has gone, the other is told after all that was on its way to it. */
  private watch(socket: Socket, from: Flow, to: Flow): void {
    socket.on('error', () => {});
    socket.once('close', () => {
      to.stop();
      from.finish();
      void from.done.then(() => this.cut());
    });
  }

  private bound(treatment: Treatment = ({ pieces }) => pieces) {
    return (inflow: Parameters<Treatment>[0]) => treatment(inflow, this);
  }
}

/** A reset on a socket that is ending already would leave its handle open for ever. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
