import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

interface Place {
  readonly text: string;
  readonly top: number;
}

/** Somebody who reads in a room: what she does, and where she is then. */
export class Reader {
  constructor(private readonly person: Person) {}

  get roomId(): string {
    return new URL(this.page.url()).pathname.split('/')[3]!;
  }

  rowOf(line: string): Locator {
    return this.page.locator('article').filter({ has: this.page.getByText(line, { exact: true }) });
  }

  async post(prefix: string, count: number): Promise<void> {
    await this.page.evaluate(
      async ([name, lines]) => {
        const [, , , room] = location.pathname.split('/');
        const say = (body: string) => fetch(`/api/rooms/${room}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientMsgId: crypto.randomUUID(), body }) });
        for (let n = 0; n < Number(lines); n++) await say(`${name} ${n}`);
      },
      [prefix, count] as const,
    );
  }

  /** Says this many lines, and looks at the room anew. */
  async fill(prefix: string, count: number): Promise<void> {
    await this.post(prefix, count);
    await this.page.reload();
    await this.person.inSync();
  }

  async readBack(turns: number): Promise<void> {
    await this.page.getByRole('log').hover();
    for (let n = 0; n < turns; n++) {
      await this.page.mouse.wheel(0, -600);
      await this.page.waitForTimeout(200);
    }
  }

  async readBackTo(line: string): Promise<void> {
    await this.page.getByRole('log').hover();
    await expect(async () => {
      await this.page.mouse.wheel(0, -150);
      await this.page.waitForTimeout(300);
      await expect(this.page.getByText(line, { exact: true })).toBeInViewport({ timeout: 1 });
    }).toPass();
  }

  /** Messages of the room that are after what she has read, as the server counts them. */
  async unread(roomId = this.roomId): Promise<number> {
    const { rooms } = (await (await this.page.request.get('/api/snapshot')).json()) as { rooms: { room: { id: string }; lastNumber: number; read: { number: number } }[] };
    const { read, lastNumber } = rooms.find(({ room }) => room.id === roomId)!;
    return lastNumber - read.number;
  }

  /** A room of her own beside this one, which she goes to. */
  async goAside(): Promise<void> {
    const made = await this.page.request.post('/api/rooms', { data: { name: `aside ${Date.now()}`, kind: 'private' }, headers: { origin: new URL(this.page.url()).origin } });
    const { event } = (await made.json()) as { event: { roomId: string } };
    await this.page.locator(`nav a[href*="${event.roomId}"]`).first().click();
    await expect(this.page).toHaveURL(new RegExp(event.roomId));
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Search messages' }).click();
    await this.page.getByRole('combobox', { name: 'Search for' }).fill(words);
    await this.page.getByRole('option', { name: words }).first().click();
  }

  /** The first message that can be seen whole, and where it begins. */
  firstOnScreen(): Promise<Place> {
    return this.page.getByRole('log').evaluate((list) => {
      const edge = list.getBoundingClientRect().top;
      const row = [...list.querySelectorAll<HTMLElement>('article')].find((each) => each.getBoundingClientRect().top >= edge);
      return { text: /\S+ \d+$/m.exec(row?.innerText ?? '')?.[0] ?? '', top: row?.getBoundingClientRect().top ?? NaN };
    });
  }

  async expectToStandAt(place: Place): Promise<void> {
    await expect.poll(async () => (await this.firstOnScreen()).text).toBe(place.text);
    expect(Math.abs((await this.firstOnScreen()).top - place.top)).toBeLessThanOrEqual(1);
  }

  private get page() {
    return this.person.page;
  }
}
