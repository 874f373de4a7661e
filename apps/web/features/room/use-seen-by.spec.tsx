import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, renderHook } from '@testing-library/react';
import { LIMITS, type RoomTimeline } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { useSeenBy } from './use-seen-by';

const [ada, bob, cleo] = ['Ada', 'Bob', 'Cleo'].map((name) => ({ id: name, name }));
const receipts = new Map([ada!, bob!, cleo!].map((user) => [user.id, { user, number: user === ada ? 9 : 8 }]));
const said = (number: number, author = bob!) => ({ number, author });

function seenBy(change: object, number: number | undefined = 9): string | null {
  const room = { receipts, memberCount: 3, messages: [], ...change } as unknown as RoomTimeline;
  const wrapper = ({ children }: { children: ReactNode }) => <NextIntlClientProvider locale="en">{children}</NextIntlClientProvider>;
  return renderHook(() => useSeenBy(room, number, ada!.id), { wrapper }).result.current;
}

describe('who has seen a message', () => {
  afterEach(cleanup);

  it('[J3] is who has read up to it, and nobody in a large room', () => {
    expect(seenBy({})).toBeNull();
    expect(seenBy({}, 8)).toBe('Bob and Cleo');
    expect(seenBy({ memberCount: LIMITS.receiptMembers + 1 }, 8)).toBeNull();
  });

  it('[J3] is also who has said something after it, if she lets one know at all', () => {
    expect(seenBy({ messages: [said(9, ada), said(10)] })).toBe('Bob');
    expect(seenBy({ messages: [said(8), said(9, ada), said(10, ada)] })).toBeNull();
    expect(seenBy({ messages: [said(10, { id: 'Dan', name: 'Dan' })] })).toBeNull();
  });
});
