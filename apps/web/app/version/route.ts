import { ownVersion } from '@/features/version/own-version';

export const dynamic = 'force-dynamic';

/** Which build this server serves: pages that are older learn by it that there is a newer one. */
export function GET(): Response {
  return Response.json({ version: ownVersion }, { headers: { 'cache-control': 'no-store' } });
}
