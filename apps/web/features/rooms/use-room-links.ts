'use client';
import { type MouseEvent, useCallback } from 'react';
import { namedBy } from './page-address';
import { useOpenRoom } from './use-open-room';

/** For a click within what somebody has written: a link to a room or a message here leads there without leaving the page, in one's own language. */
export function useRoomLinks(): (event: MouseEvent) => void {
  const { open } = useOpenRoom();
  return useCallback(
    (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      const named = link && namedBy(link);
      if (!named) return;
      event.preventDefault();
      open(named.roomId, named.messageId ?? undefined);
    },
    [open],
  );
}
