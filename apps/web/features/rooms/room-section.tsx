'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { type ReactNode, useId } from 'react';
import { RoomLink } from './room-link';
import { useRoomId } from './served-address';

interface RoomSectionProps {
  title: string;
  rooms: readonly RoomTimeline[];
  onGo: (roomId: string) => void;
  /** Beside the title. */
  action?: ReactNode;
  /** Under the rooms, or where they would be. */
  children?: ReactNode;
}

/** A part of the room list. */
export function RoomSection({ title, rooms, onGo, action, children }: RoomSectionProps) {
  const id = useId();
  const current = useRoomId();
  return (
    <section aria-labelledby={id}>
      <div className="flex min-h-8 items-center justify-between pr-1 pl-2.5">
        <h2 id={id} className="text-xs font-medium text-soft">
          {title}
        </h2>
        {action}
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {rooms.map((room) => (
          <li key={room.room.id}>
            <RoomLink timeline={room} current={room.room.id === current} onGo={onGo} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
