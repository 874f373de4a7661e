import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { ChatError, type HistoryPage, type Message, type RoomTimeline } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import en from '@/messages/en.json' with { type: 'json' };
import { ChatContext } from './chat-context';
import type { ChatStore } from './chat-store';
import { isEcho } from './entry';
import { type Past, usePast } from './use-past';

const ROOM = { room: { id: 'room' }, loadedFrom: 900 } as RoomTimeline;
const page = (roomSeq: number) => ({ messages: [{ id: `m${roomSeq}`, roomSeq } as Message], hasMore: true, hasNewer: true }) as HistoryPage;

interface Asked {
  readonly around: number;
  answer(page: HistoryPage): void;
  refuse(error: Error): void;
}

let asked: Asked[];
const timeline = { changes: new Map() };
const around = (_: string, place: { around: number }) => new Promise<HistoryPage>((answer, refuse) => asked.push({ ...place, answer, refuse }));
const store = { client: { around }, subscribe: () => () => {}, timeline: () => timeline, view: () => ({}), serverView: () => ({}) } as unknown as ChatStore;

function Chat({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={en}>
      <ChatContext value={store}>{children}</ChatContext>
    </NextIntlClientProvider>
  );
}

const idsOf = ({ source }: Past) => source!.entries.map((entry) => (isEcho(entry) ? undefined : entry.id));
const opened = () => renderHook(() => usePast(ROOM, []), { wrapper: Chat }).result;

describe('a stretch of the past', () => {
  beforeEach(() => void (asked = []));
  afterEach(cleanup);

  it('says that it is shown', async () => {
    const past = opened();
    const shown = past.current.openAround({ around: 5 });
    await act(async () => asked[0]!.answer(page(5)));
    expect(await shown).toBe(true);
    expect(idsOf(past.current)).toEqual(['m5']);
  });

  it('says that it could not be read, and the next try counts', async () => {
    const past = opened();
    const shown = past.current.openAround({ around: 5 });
    await act(async () => asked[0]!.refuse(new ChatError('unreachable')));
    expect(await shown).toBe(false);
    expect(past.current.source).toBeNull();
    const again = past.current.openAround({ around: 5 });
    await act(async () => asked[1]!.answer(page(5)));
    expect(await again).toBe(true);
  });

  it('[ux B7] does not come when it was left before it was there', async () => {
    const past = opened();
    const shown = past.current.openAround({ around: 5 });
    act(() => past.current.leave());
    await act(async () => asked[0]!.answer(page(5)));
    expect(await shown).toBe(false);
    expect(past.current.source).toBeNull();
  });

  it('is the one that was asked for last', async () => {
    const past = opened();
    const first = past.current.openAround({ around: 5 });
    const second = past.current.openAround({ around: 50 });
    await act(async () => asked[1]!.answer(page(50)));
    await act(async () => asked[0]!.answer(page(5)));
    expect([await first, await second]).toEqual([false, true]);
    expect(idsOf(past.current)).toEqual(['m50']);
  });
});
