import { PATHS, SESSION_COOKIE, Snapshot } from '@fourways/chat-core';
import { headers } from 'next/headers';
import { cache } from 'react';
import { apiUrl } from './api-url.mjs';

/** Everything the person behind this request sees, as of one cursor; null without a session. */
export const loadSnapshot = cache(async (): Promise<Snapshot | null> => {
  const cookie = await sessionCookie();
  if (!cookie) return null;
  const response = await fetch(apiUrl(PATHS.snapshot), { cache: 'no-store', headers: { cookie } });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`The API answered ${response.status} to the snapshot`);
  return Snapshot.parse(await response.json());
});

/** The session as the browser sent it; no other cookie is passed on. */
async function sessionCookie(): Promise<string | undefined> {
  const cookies = (await headers()).get('cookie')?.split(/;\s*/) ?? [];
  return cookies.find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
}
