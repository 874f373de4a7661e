import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Ack } from '@fourways/chat-core';
import { stampedBody } from '../stamped-body.js';
import type { Person } from './person.js';

/** A person who says things, by HTTP whatever the mode of the readers, so that the modes differ in reading alone. */
export class Writer {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly person: Person,
    private readonly roomId: string,
  ) {}

  /** Resolves with the message's `seq` when it is stored. */
  async say(): Promise<number> {
    const { url, cookie } = this.person;
    const body = JSON.stringify({ clientMsgId: randomUUID(), body: stampedBody() });
    const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const asking = request(`${url}/api/rooms/${this.roomId}/messages`, { method: 'POST', agent: this.agent, headers });
    asking.end(body);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    const answer = await text(response);
    if (response.statusCode !== 201) throw new Error(`A message was answered with ${response.statusCode} ${answer}`);
    return (JSON.parse(answer) as Ack).event!.seq;
  }

  leave(): void {
    this.agent.destroy();
  }
}
