import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { ModeChoice } from '@fourways/chat-core';

export const NAMES: Record<ModeChoice, string> = { auto: 'Auto', poll: 'Polling', 'long-poll': 'Long polling', sse: 'SSE', websocket: 'WebSocket' };

/** Somebody at a browser of her own, as she would use it. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly name: string,
    private readonly home: string,
  ) {}

  /** Opens the site, types a name, and is in the lobby; in a mode of her choice, or by auto. */
  static async arrive(browser: Browser, name: string, mode: ModeChoice = 'websocket', options: BrowserContextOptions = {}): Promise<Person> {
    return Person.enter(await browser.newContext(options), name, mode);
  }

  /** The same, at a browser that is there already. */
  static async enter(context: BrowserContext, name: string, mode: ModeChoice = 'websocket', home = '/'): Promise<Person> {
    const person = new Person(await context.newPage(), name, home);
    await person.page.goto(home);
    await person.page.getByRole('textbox').fill(name);
    await person.page.keyboard.press('Enter');
    await person.inSync();
    if (mode !== 'auto') await person.choose(mode);
    return person;
  }

  /** The same person in one more tab of her browser. */
  async anotherTab(address = this.home): Promise<Person> {
    const tab = new Person(await this.page.context().newPage(), this.name, this.home);
    await tab.page.goto(address);
    await expect(tab.composer).toBeVisible();
    return tab;
  }

  get pill() {
    return this.page.getByTestId('delivery-pill');
  }

  get composer() {
    return this.page.getByRole('textbox', { name: /^(Message |Написать: )/ });
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  async inSync(): Promise<void> {
    await expect(this.pill).toHaveAttribute('data-status', 'in-sync', { timeout: 20_000 });
  }

  /** Wants to hear of every message in the room that is open. */
  async hearAll(): Promise<void> {
    const roomId = new URL(this.page.url()).pathname.split('/')[3];
    await this.page.request.patch(`/api/rooms/${roomId}/preference`, { data: { level: 'everything' }, headers: { origin: new URL(this.page.url()).origin } });
  }

  /** Chooses a mode, or auto, in the pill's popover, like a person; the conversation stays where it is. */
  async choose(mode: ModeChoice): Promise<void> {
    await this.pill.click();
    await this.page.getByRole('radio', { name: NAMES[mode], exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.pill).toHaveAttribute('data-choice', mode);
    if (mode !== 'auto') await expect(this.pill).toHaveAttribute('data-mode', mode);
    await this.inSync();
  }

  /** Clicks on a link to a message, as one that somebody has written. */
  async follow(messageId: string | null, room = this.page.url()): Promise<void> {
    await this.page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href });
      document.getElementById('messages')!.append(link);
      link.click();
      link.remove();
    }, `${room.replace(/\?.*/, '')}?at=${messageId}`);
  }

  /** The lines that begin with `prefix`, from top to bottom, as they stand on the screen. */
  async reads(prefix: string): Promise<string[]> {
    const rows = await this.page.locator('article[data-client-msg-id]').allInnerTexts();
    const lines = rows.flatMap((text) => text.split('\n')).map((line) => line.trim());
    return lines.filter((line) => line.startsWith(prefix));
  }

  /** Waits until exactly these lines stand there, in this order. */
  async expectToRead(prefix: string, lines: readonly string[]): Promise<void> {
    await expect.poll(() => this.reads(prefix), { timeout: 30_000 }).toEqual(lines);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
