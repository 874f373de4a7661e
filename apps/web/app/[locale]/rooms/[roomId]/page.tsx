import { ModeChoice, type Room, type User } from '@fourways/chat-core';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChatProvider } from '@/features/room/chat-provider';
import { ChatScreen } from '@/features/room/chat-screen';
import { CurrentConversation } from '@/features/room/current-conversation';
import { PeoplePanel } from '@/features/room/people-panel';
import { RoomPane } from '@/features/room/room-pane';
import { Sidebar } from '@/features/room/sidebar';
import { ServedAddress } from '@/features/rooms/served-address';
import { redirect } from '@/i18n/navigation';
import type { Locale } from '@/i18n/routing';
import { readPreferences } from '@/server/preferences';
import { loadSnapshot } from '@/server/snapshot';

type Props = PageProps<'/[locale]/rooms/[roomId]'>;

/** A failure is the page's to show: thrown from here it would miss the error page. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roomId } = await params;
  const snapshot = await loadSnapshot().catch(() => null);
  const view = snapshot?.rooms.find(({ room }) => room.id === roomId);
  if (!snapshot || !view) return {};
  return { title: `${titleOf(view.room, snapshot.me)} · Fourways` };
}

/** Notes to oneself go by one's own name here: the page's own title follows. */
function titleOf({ kind, name, people = [] }: Room, me: User): string {
  if (kind !== 'direct') return `#${name}`;
  const others = people.filter(({ id }) => id !== me.id);
  return (others.length > 0 ? others : [me]).map((user) => user.name).join(', ');
}

export default async function RoomPage({ params, searchParams }: Props) {
  const { locale, roomId } = await params;
  const snapshot = await loadSnapshot();
  if (!snapshot) return redirect({ href: '/', locale: locale as Locale });
  if (!snapshot.rooms.some(({ room }) => room.id === roomId)) notFound();
  const preferences = await readPreferences();
  const { mode, at } = await searchParams;
  const asked = ModeChoice.safeParse(mode).data;
  return (
    <ServedAddress roomId={roomId} messageId={[at].flat()[0] ?? null}>
      <ChatProvider key={snapshot.me.id} snapshot={snapshot} mode={asked ?? preferences.mode} shared={!asked} pollIntervalMs={preferences.pollIntervalMs}>
        <ChatScreen sidebar={<Sidebar />} pane={<RoomPane conversation={<CurrentConversation />} />} present={<PeoplePanel />} />
      </ChatProvider>
    </ServedAddress>
  );
}
