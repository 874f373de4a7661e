'use client';
import { LIMITS, type RoomTimeline } from '@fourways/chat-core';
import { useFormatter } from 'next-intl';

/** Who of the others has read up to a message, as far as they let one know; null when nobody. */
export function useSeenBy({ receipts, memberCount }: RoomTimeline, number: number | undefined, me: string): string | null {
  const format = useFormatter();
  if (number === undefined || memberCount > LIMITS.receiptMembers) return null;
  const readers = [...receipts.values()].filter((receipt) => receipt.number >= number && receipt.user.id !== me);
  return readers.length > 0 ? format.list(readers.map(({ user }) => user.name)) : null;
}
