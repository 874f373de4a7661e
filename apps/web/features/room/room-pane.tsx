'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { OfferBanner } from '@/features/delivery/offer-banner';
import { TroubleBanner } from '@/features/delivery/trouble-banner';
import { JoinRoom } from '@/features/rooms/join-room';
import { MissingRoom } from '@/features/rooms/missing-room';
import { VersionBanner } from '@/features/version/version-banner';
import { Conversation } from './conversation';
import { RoomHeader } from './room-header';

interface RoomPaneProps {
  roomId: string;
  room: RoomTimeline | undefined;
  peopleShown: boolean;
  onShowRooms: () => void;
  onShowPeople: () => void;
}

/** The middle of the screen: a conversation, the door to one, or the news that there is none. */
export function RoomPane({ roomId, room, ...header }: RoomPaneProps) {
  return (
    <main className="relative flex min-w-0 flex-1 flex-col bg-surface md:my-2 md:mr-2 md:overflow-hidden md:rounded-2xl md:border md:shadow-panel">
      <RoomHeader room={room} {...header} />
      <TroubleBanner />
      <OfferBanner />
      <VersionBanner />
      {!room || (!room.joined && room.room.kind !== 'public') ? (
        <MissingRoom left={room !== undefined} />
      ) : room.joined ? (
        <Conversation key={roomId} timeline={room} />
      ) : (
        <JoinRoom timeline={room} />
      )}
    </main>
  );
}
