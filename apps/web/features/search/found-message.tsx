'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useFormatter } from 'next-intl';
import type { MouseEvent } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { useTimeline } from '@/features/room/chat-context';
import { RoomName } from '@/features/rooms/room-name';
import { useOpenRoom } from '@/features/rooms/use-open-room';
import { FoundText } from './found-text';
import type { Hit } from './use-search';

interface FoundMessageProps {
  hit: Hit;
  onGo: (roomId: string, messageId: string) => void;
}

/** One message that was found: where, by whom, when, and the words it was found for. */
export function FoundMessage({ hit, onGo }: FoundMessageProps) {
  const { message, words } = hit;
  const format = useFormatter();
  const { hrefOf } = useOpenRoom();
  const timeline = useTimeline().rooms.get(message.roomId);

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGo(message.roomId, message.id);
  }

  return (
    <Autocomplete.Item
      value={hit}
      onClick={follow}
      render={<a href={hrefOf(message.roomId, message.id)} />}
      className="flex cursor-default gap-3 rounded-xl p-2.5 text-sm outline-none select-none data-highlighted:bg-hover"
    >
      <Avatar user={message.author} size="medium" className="mt-0.5" />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs text-soft">
          <span className="text-sm font-semibold text-ink wrap-anywhere">{message.author.name}</span>
          {timeline && <RoomName room={timeline.room} />}
          <time dateTime={new Date(message.ts).toISOString()} className="ml-auto shrink-0">
            {format.dateTime(message.ts, { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
        </span>
        <span className="line-clamp-4 whitespace-pre-wrap text-pretty wrap-anywhere">
          <FoundText message={message} words={words} />
        </span>
      </span>
    </Autocomplete.Item>
  );
}
