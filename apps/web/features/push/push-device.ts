import type { ChatClient } from '@fourways/chat-client';
import type { PushDevice } from '@fourways/chat-core';
import type { Preferences } from '@/features/preferences/preferences';
import { startWorker } from './worker';

type Hours = Pick<Preferences, 'quiet' | 'quietFrom' | 'quietTo'>;
type Pushes = ChatClient['push'];

/** What the server was told last by this page: the switch and the page itself ask for the same. */
let latest: { readonly pushes: Pushes; readonly what: string; readonly done: Promise<void> } | undefined;

/** Makes this browser one that takes pushes, and tells the server where. To be called on each load: addresses and keys change. */
export function takePushes(pushes: Pushes, hours: Hours): Promise<void> {
  const quiet = quietOf(hours);
  const what = JSON.stringify(quiet);
  if (latest?.pushes === pushes && latest.what === what) return latest.done;
  const done = register(pushes, quiet);
  latest = { pushes, what, done };
  done.catch(() => (latest = undefined));
  return done;
}

async function register(pushes: Pushes, quiet: PushDevice['quiet']): Promise<void> {
  const publicKey = await pushes.publicKey();
  const { pushManager } = await startWorker();
  const { endpoint, keys } = (await subscription(pushManager, publicKey)).toJSON();
  await pushes.register({ endpoint: endpoint!, keys: keys as PushDevice['keys'], quiet });
}

export async function endPushes(pushes: Pushes): Promise<void> {
  latest = undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await pushes.unregister();
}

async function subscription(pushManager: PushManager, publicKey: string): Promise<PushSubscription> {
  const known = await pushManager.getSubscription();
  if (known && keyOf(known) === publicKey) return known;
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** In base64url; a browser keeps it as bytes. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function quietOf({ quiet, quietFrom: from, quietTo: to }: Hours): PushDevice['quiet'] {
  return quiet ? { from, to, zone: Intl.DateTimeFormat().resolvedOptions().timeZone } : null;
}
