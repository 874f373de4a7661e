'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { toast } from '@/components/toast';
import { useNamedMessage } from '@/features/rooms/served-address';
import { jumps } from '@/features/rooms/jumps';
import { useChatClient } from './chat-context';
import { useErrorText } from './error-text';
import type { ReadingPlace } from './reading-places';
import type { RevealTarget } from './use-reveal';

const FLASH_MS = 2_000;

interface Ways {
  /** Reads the surroundings of a place that is not loaded. */
  openAround: (place: { around: number }) => Promise<boolean>;
  /** Back to what is loaded. */
  leave: () => void;
  reveal: (target: RevealTarget) => void;
  placeNow: () => ReadingPlace | undefined;
  /** To where the reader was before; to the end, if she followed it. */
  goBack: (place: ReadingPlace | undefined) => void;
}

/**
 * Follows `?at=` in the address, again with each of the `jumps`: opens around the message, wherever it stands, and flashes it.
 * Answers with the one that flashes.
 */
export function usePermalink({ room, messages }: RoomTimeline, ways: Ways): string | null {
  const at = useNamedMessage();
  const again = useSyncExternalStore(jumps.subscribe, jumps.now, jumps.now);
  const client = useChatClient();
  const errorText = useErrorText();
  const [flashing, setFlashing] = useState<string | null>(null);
  const latest = useRef({ ways, messages });
  const before = useRef<{ place: ReadingPlace | undefined } | null>(null);
  useEffect(() => {
    latest.current = { ways, messages };
  });
  useEffect(() => {
    const { ways: now, messages: loaded } = latest.current;
    if (!at) {
      if (before.current) now.goBack(before.current.place);
      before.current = null;
      return;
    }
    before.current ??= { place: now.placeNow() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const isLoaded = loaded.some(({ id }) => id === at);
    if (isLoaded) now.leave();
    const there = isLoaded ? Promise.resolve(true) : client.message(room.id, at).then(({ roomSeq }) => now.openAround({ around: roomSeq }));
    there.then(
      (shown) => {
        if (gone || !shown) return;
        now.reveal({ messageId: at });
        setFlashing(at);
        timer = setTimeout(() => setFlashing(null), FLASH_MS);
      },
      (error) => toast.error(errorText(error)),
    );
    return () => {
      gone = true;
      clearTimeout(timer);
      setFlashing(null);
    };
  }, [again, at, client, errorText, room.id]);
  return flashing;
}

/** The address of a message. A mode that one's own address names is not for others. */
export function linkTo(messageId: string): string {
  return `${window.location.origin}${window.location.pathname}?at=${messageId}`;
}
