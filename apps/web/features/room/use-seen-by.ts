'use client';
import { LIMITS, type RoomTimeline } from '@fourways/chat-core';
import { useFormatter } from 'next-intl';

/** Who of the others has read up to a message, as far as they let one know, or has said something after it; null when nobody. */
export function useSeenBy({ receipts, memberCount, messages }: RoomTimeline, number: number | undefined, me: string): string | null {
  const format = useFormatter();
  if (number === undefined || memberCount > LIMITS.receiptMembers) return null;
  const answered = new Set(messages.filter((message) => message.number > number).map(({ author }) => author.id));
  const readers = [...receipts.values()].filter(({ user, ...receipt }) => user.id !== me && (receipt.number >= number || answered.has(user.id)));
  return readers.length > 0 ? format.list(readers.map(({ user }) => user.name)) : null;
}
