'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { RoomSection } from './room-section';

interface FoldedSectionProps {
  title: string;
  rooms: readonly RoomTimeline[];
  onGo: (roomId: string) => void;
  /** So many are shown all the time. */
  shown: number;
  more: string;
  less: string;
}

/** A part of the room list of which one sees all only when one wants to. */
export function FoldedSection({ title, rooms, onGo, shown, more, less }: FoldedSectionProps) {
  const [unfolded, setUnfolded] = useState(false);
  if (rooms.length === 0) return null;
  return (
    <RoomSection title={title} rooms={unfolded ? rooms : rooms.slice(0, shown)} onGo={onGo}>
      {rooms.length > shown && (
        <button
          type="button"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
          className="flex min-h-8 w-full items-center gap-1.5 rounded-lg px-2.5 text-xs text-soft transition-colors hover:bg-ink/6 hover:text-ink"
        >
          <ChevronRight className={cn('size-4 transition-transform', unfolded && 'rotate-90')} aria-hidden />
          {unfolded ? less : more}
        </button>
      )}
    </RoomSection>
  );
}
