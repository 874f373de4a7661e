import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { ModeChoice } from '@fourways/chat-core';
import { lobbyOf } from '@/server/lobby';
import { loadSnapshot } from '@/server/snapshot';

export default async function RoomsPage({ params, searchParams }: PageProps<'/[locale]/rooms'>) {
  const { locale } = await params;
  const mode = ModeChoice.safeParse((await searchParams).mode).data;
  const snapshot = await loadSnapshot();
  const lobby = snapshot && lobbyOf(snapshot);
  redirect({ href: { pathname: lobby ? `/rooms/${lobby}` : '/', query: mode && { mode } }, locale: locale as Locale });
}
