// Shows what is pushed while no page is open. It keeps no files and answers no requests.
const ICON = '/icon-192.png';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(show(event.data)));
self.addEventListener('notificationclick', (event) => event.waitUntil(open(event.notification)));
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(moved(event)));

const pages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Something is shown in any case: browsers take the permission away from who takes pushes in silence. */
async function show(data) {
  const { title = 'Fourways', body = '', tag = 'news', roomId = null } = read(data);
  const renotify = (await pages()).length === 0;
  await self.registration.showNotification(title, { body, tag, renotify, icon: ICON, data: { roomId } });
  if (renotify) await self.navigator.setAppBadge?.().catch(() => undefined);
}

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

async function open(notification) {
  const { roomId } = notification.data ?? {};
  notification.close();
  const [page] = await pages();
  if (!page) return self.clients.openWindow(roomId ? `/rooms/${roomId}` : '/');
  await page.focus().catch(() => undefined);
  if (roomId) page.postMessage({ openRoom: roomId });
}

/** The browser has another address, or none: the server must know, though no page is open. */
async function moved({ oldSubscription, newSubscription }) {
  const subscription = newSubscription ?? (oldSubscription && (await self.registration.pushManager.subscribe(oldSubscription.options)));
  if (!subscription) return fetch('/api/push', { method: 'DELETE' });
  const { endpoint, keys } = subscription.toJSON();
  return fetch('/api/push', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ endpoint, keys }) });
}
