'use client';
import type { Room } from '@fourways/chat-core';
import { Archive, Hash, Lock, NotebookPen } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { useTimeline } from '@/features/room/chat-context';
import { othersIn } from './direct-people';
import { PresenceAvatar } from './presence-avatar';

/** Who may come in, or who is in there. */
export function RoomSign({ room }: { room: Room }) {
  const { me } = useTimeline();
  if (room.kind === 'direct') return <DirectSign room={room} me={me.id} />;
  const Sign = room.archivedTs ? Archive : room.kind === 'private' ? Lock : Hash;
  return <Sign className="size-4 shrink-0 opacity-70" aria-hidden />;
}

function DirectSign({ room, me }: { room: Room; me: string }) {
  const [first, second] = othersIn(room, me);
  if (!first) return <NotebookPen className="size-4 shrink-0 opacity-70" aria-hidden />;
  if (!second) return <PresenceAvatar user={first} size="tiny" silent />;
  return (
    <span className="relative size-5 shrink-0">
      <Avatar user={first} size="half" className="absolute top-0 left-0" />
      <Avatar user={second} size="half" className="absolute right-0 bottom-0" />
    </span>
  );
}
