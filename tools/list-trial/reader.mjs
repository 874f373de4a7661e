/** Somebody who reads in a browser. */
export class Reader {
  static async arrive(browser, url, roomId) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('textbox').fill('Reader');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rooms\//);
    const home = page.url();
    await page.request.post(`${url}/api/rooms/${roomId}/join`, { headers: { origin: url } });
    return new Reader(page, home, roomId);
  }

  constructor(page, home, roomId) {
    Object.assign(this, { page, home, roomId, devtools: page.context().newCDPSession(page) });
  }

  /** Runs in the page what `probes.mjs` knows: the answer stops it and gives what it saw. */
  async watch(probe) {
    const handle = await this.page.evaluateHandle(probe);
    return () => handle.evaluate((stop) => stop());
  }

  get list() {
    return this.page.getByRole('log');
  }

  link(roomId) {
    return this.page.locator(`nav a[href*="${roomId}"]`).first();
  }

  /** The room is open, at its end. */
  async open() {
    await this.page.goto(this.home.replace(/rooms\/.*/, `rooms/${this.roomId}`));
    await this.list.locator('[data-row]').first().waitFor();
  }

  /** Bytes of JavaScript after a collection, and nodes in the document. */
  async weight() {
    const devtools = await this.devtools;
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes } = await devtools.send('Memory.getDOMCounters');
    return { bytes: usedSize, nodes, rows: await this.list.locator('[data-row]').count() };
  }
}
