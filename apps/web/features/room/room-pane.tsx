'use client';
import type { ReactNode } from 'react';
import { OfferBanner } from '@/features/delivery/offer-banner';
import { TroubleBanner } from '@/features/delivery/trouble-banner';
import { JoinRoom } from '@/features/rooms/join-room';
import { MissingRoom } from '@/features/rooms/missing-room';
import { VersionBanner } from '@/features/version/version-banner';
import { RoomHeader } from './room-header';
import { useCurrentRoom } from './use-current-room';

/** The middle of the screen: a conversation, the door to one, or the news that there is none. */
export function RoomPane({ conversation }: { conversation: ReactNode }) {
  const room = useCurrentRoom();
  return (
    <main className="relative flex min-w-0 flex-1 flex-col bg-surface md:my-2 md:mr-2 md:overflow-hidden md:rounded-2xl md:border md:shadow-panel">
      <RoomHeader room={room} />
      <TroubleBanner />
      <OfferBanner />
      <VersionBanner />
      {!room || (!room.joined && room.room.kind !== 'public') ? (
        <MissingRoom left={room !== undefined} />
      ) : room.joined ? (
        conversation
      ) : (
        <JoinRoom timeline={room} />
      )}
    </main>
  );
}
