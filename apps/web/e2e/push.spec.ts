import { type BrowserContext, expect, type Page, type Request, type Worker } from '@playwright/test';
import { createECDH, randomBytes } from 'node:crypto';
import { Person } from './person';
import { test } from './test';

const keys = () => ({ p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') });

/** In place of the browser's push service, which is not to be had here: addresses that it gives, until they are given back. */
async function standInForPushService(context: BrowserContext): Promise<void> {
  await context.addInitScript((made) => {
    const KEY = 'test.subscription';
    const subscription = (stored: string) => ({
      options: { applicationServerKey: Uint8Array.from(atob(JSON.parse(stored).key.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer },
      toJSON: () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/ann', keys: made }),
      unsubscribe: async () => localStorage.removeItem(KEY),
    });
    Object.assign(PushManager.prototype, {
      getSubscription: async () => localStorage.getItem(KEY) && subscription(localStorage.getItem(KEY)!),
      subscribe: async ({ applicationServerKey: key }: { applicationServerKey: string }) => {
        localStorage.setItem(KEY, JSON.stringify({ key }));
        return subscription(localStorage.getItem(KEY)!);
      },
    });
  }, keys());
}

const isPush = (method: string) => (request: Request) => request.url().endsWith('/api/push') && request.method() === method;

/** The request as the server has answered it. */
async function told(page: Page, method: string, act: () => Promise<unknown>): Promise<unknown> {
  const request = page.waitForRequest(isPush(method));
  await act();
  const response = await (await request).response();
  expect(response!.status()).toBe(204);
  return (await request).postDataJSON();
}

async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

const notifications = (worker: Worker) =>
  worker.evaluate<{ title: string; body: string; tag: string }[]>(`self.registration.getNotifications().then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))`);

test.describe('pushes', () => {
  let context: BrowserContext;
  let ann: Person;

  test.beforeEach(async ({ browser, baseURL }) => {
    context = await browser.newContext();
    await context.grantPermissions(['notifications'], { origin: baseURL! });
    await standInForPushService(context);
    ann = await Person.enter(context, 'Ann');
  });

  test.afterEach(() => context.close());

  async function openSettings() {
    await ann.page.getByRole('button', { name: 'Your menu' }).click();
    await ann.page.getByRole('menuitem', { name: 'Settings' }).click();
    return ann.page.getByRole('dialog', { name: 'Settings' });
  }

  async function turnOn() {
    const dialog = await openSettings();
    await dialog.getByRole('switch', { name: 'Notifications' }).click();
    const push = dialog.getByRole('switch', { name: 'Also while Fourways is closed' });
    return { dialog, push, body: await told(ann.page, 'PUT', () => push.click()) };
  }

  /** Has the browser hand a push to the worker, as if it had come from its push service. */
  async function deliver(data: string): Promise<void> {
    const session = await context.newCDPSession(ann.page);
    const registered = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId));
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.deliverPushMessage', { origin: new URL(ann.page.url()).origin, registrationId: await registered, data });
  }

  test('[P4][ux H5] a browser that is to take them is told to the server, again on each load, with its quiet hours, until it is to take no more', async () => {
    const { dialog, push, body } = await turnOn();
    expect(body).toMatchObject({ endpoint: 'https://fcm.googleapis.com/fcm/send/ann', quiet: null });
    const zone = await ann.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const quiet = { from: '22:00', to: '08:00', zone };
    expect(await told(ann.page, 'PUT', () => dialog.getByRole('switch', { name: 'Quiet hours' }).click())).toMatchObject({ quiet });
    expect(await told(ann.page, 'PUT', () => ann.page.reload())).toMatchObject({ quiet });
    await ann.inSync();
    await openSettings();
    await expect(push).toBeChecked();
    await told(ann.page, 'DELETE', () => push.click());
    await expect(push).not.toBeChecked();
  });

  test('[P6][ux H5] something is shown for every push, also for one that cannot be read; one takes the place of another of its room', async () => {
    await turnOn();
    const worker = await workerOf(context);
    const notice = (body: string) => JSON.stringify({ title: 'Bob · #lobby', body, tag: 'room', roomId: 'room' });
    await deliver(notice('first'));
    await expect.poll(() => notifications(worker)).toEqual([{ title: 'Bob · #lobby', body: 'first', tag: 'room' }]);
    await deliver(notice('second'));
    await expect.poll(() => notifications(worker)).toEqual([{ title: 'Bob · #lobby', body: 'second', tag: 'room' }]);
    await deliver('not JSON');
    await expect.poll(() => notifications(worker)).toContainEqual({ title: 'Fourways', body: '', tag: 'news' });
  });

  test('[P6] a click on one opens its room in the page that is there, and a look at the room takes it away', async () => {
    await turnOn();
    await ann.page.keyboard.press('Escape');
    const lobby = ann.page.url();
    const roomId = lobby.split('/').at(-1)!;
    await ann.page.getByRole('button', { name: 'Create a room' }).click();
    await ann.page.getByRole('textbox', { name: 'Room name' }).fill(`elsewhere ${Date.now()}`);
    await ann.page.keyboard.press('Enter');
    await expect(ann.page).not.toHaveURL(lobby);
    const worker = await workerOf(context);
    await expect(async () => {
      await deliver(JSON.stringify({ title: 'Bob · #lobby', body: 'over here', tag: roomId, roomId }));
      await expect.poll(() => notifications(worker), { timeout: 3_000 }).toHaveLength(1);
    }).toPass();
    await worker.evaluate(`self.registration.getNotifications().then(([notification]) => self.dispatchEvent(new NotificationEvent('notificationclick', { notification })))`);
    await expect(ann.page).toHaveURL(lobby);
    await expect.poll(() => notifications(worker)).toEqual([]);
  });

  test('[P6][ux H5] the server is told when the browser gets another address, though no page asks', async () => {
    await turnOn();
    const worker = await workerOf(context);
    const request = context.waitForEvent('request', (each) => isPush('PUT')(each) && each.postData()!.includes('/moved'));
    const subscription = JSON.stringify({ endpoint: 'https://fcm.googleapis.com/fcm/send/moved', keys: keys() });
    await worker.evaluate(`self.dispatchEvent(Object.assign(new ExtendableEvent('pushsubscriptionchange'), { newSubscription: { toJSON: () => (${subscription}) } }))`);
    const { endpoint } = (await request).postDataJSON() as { endpoint: string };
    expect(endpoint).toBe('https://fcm.googleapis.com/fcm/send/moved');
    expect((await (await request).response())!.status()).toBe(204);
  });
});
