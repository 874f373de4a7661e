import { ModeChoice } from '@fourways/chat-core';
import { SignInPage } from '@/features/session/sign-in-page';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { lobbyOf } from '@/server/lobby';
import { loadSnapshot } from '@/server/snapshot';

export default async function HomePage({ params, searchParams }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  const mode = ModeChoice.safeParse((await searchParams).mode).data;
  const snapshot = await loadSnapshot();
  const lobby = snapshot && lobbyOf(snapshot);
  if (lobby) redirect({ href: { pathname: `/rooms/${lobby}`, query: mode && { mode } }, locale: locale as Locale });
  return <SignInPage mode={mode} />;
}
