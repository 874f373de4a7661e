'use client';
import { unreadOf } from '@fourways/chat-client';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useNamedMessage } from '@/features/rooms/served-address';
import { jumps } from '@/features/rooms/jumps';
import { useChatStore } from './chat-context';
import { isLooking } from './is-looking';

/** She wants to read something again, or an address has led her past what is unread. */
type Hold = 'again' | 'passed';

interface Permission {
  /** Whether what is on the screen counts as read. */
  readonly mayRead: boolean;
  /** She has gone to the end; `asked`: not just by scrolling. */
  readonly atEnd: (asked: boolean) => void;
}

/**
 * What is on the screen does not count as read for the rest of her visit once she has marked something as unread here, nor where
 * an address has led her, if she has left out unread messages on the way: unless she marks the room as read, or goes to its end.
 */
export function useMayRead(roomId: string, readNumber: number): Permission {
  const store = useChatStore();
  const at = useNamedMessage();
  const again = useSyncExternalStore(jumps.subscribe, jumps.now, jumps.now);
  const [hold, setHold] = useState<Hold | null>(null);
  const before = useRef(readNumber);
  useEffect(() => {
    const unread = unreadOf({ timeline: store.timeline(), readAhead: store.view().readAhead }, roomId).messages;
    setHold((now) => (now === 'again' ? now : at !== null && unread > 0 ? 'passed' : null));
  }, [again, at, roomId, store]);
  useEffect(() => {
    if (readNumber > before.current) setHold(null);
    if (readNumber < before.current && isLooking()) setHold('again');
    before.current = readNumber;
  }, [readNumber]);
  const atEnd = useCallback((asked: boolean) => setHold((now) => (asked || now === 'passed' ? null : now)), []);
  return { mayRead: hold === null, atEnd };
}
