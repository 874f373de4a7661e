import { ChatClient } from '@fourways/chat-client';

const PER_SECOND = 100;
const TURN_MS = 50;
const TEXTS = [
  'The **deploy** of `api` went well, see [the notes](https://example.org/notes)',
  '> quoted\n\nand *answered* at length, so that the line is broken somewhere in the middle of the column of text',
  'A list:\n- one\n- two with `code`\n- three',
  'Просто строка текста, **важная**, со ссылкой https://example.org/ru',
  '```ts\nconst answer: number = 42;\n```',
];

/** Somebody who talks as a hundred would, in Markdown. */
export class Crowd {
  static async gather(url) {
    const client = new ChatClient({ baseUrl: url, mode: 'websocket' });
    await client.signIn('Crowd');
    await client.start();
    const { rooms } = client.getSnapshot().timeline;
    const roomId = [...rooms.values()].find(({ joined }) => !joined).room.id;
    await client.joinRoom(roomId);
    return new Crowd(client, roomId);
  }

  constructor(client, roomId) {
    Object.assign(this, { client, roomId, said: 0 });
  }

  /** 100 messages a second until the answer is called. */
  burst(perSecond = PER_SECOND) {
    const since = performance.now();
    const first = this.said;
    const timer = setInterval(() => {
      const due = first + ((performance.now() - since) / 1_000) * perSecond;
      while (this.said < due) this.client.post(this.roomId, `${this.said} ${TEXTS[this.said++ % TEXTS.length]}`);
    }, TURN_MS);
    return () => clearInterval(timer);
  }

  leave() {
    this.client.close();
  }
}
