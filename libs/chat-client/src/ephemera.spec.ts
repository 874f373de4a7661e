import type { Ephemeral, Typing } from '@fourways/chat-core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Ephemera, type EphemeraView } from './ephemera.js';
import { ME, posted, ROOM_ID } from './testing/scripted-transport.js';

const ADA = ME;
const BOB = { id: '018f0000-0000-7000-8000-0000000000bb', name: 'Bob' };
const EVE = { id: '018f0000-0000-7000-8000-0000000000ee', name: 'Eve' };
const typing = (user: typeof BOB, ttlMs: number): Typing => ({ roomId: ROOM_ID, user, ttlMs });

describe('Ephemera', () => {
  let view: EphemeraView = { typing: [], presence: [] };
  let ephemera: Ephemera;
  const take = (news: Partial<Ephemeral> & { n: number }) => ephemera.take({ typing: [], presence: [], ...news });
  const names = () => view.typing.map(({ user }) => user.name);

  beforeEach(() => {
    jest.useFakeTimers();
    ephemera = new Ephemera(
      () => BOB.id,
      (next) => (view = next),
    );
  });
  afterEach(() => {
    ephemera.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('[E1] typing expires by itself, each in its time, and can be renewed', () => {
    take({ n: 1, typing: [typing(ADA, 6_000), typing(EVE, 3_000)] });
    jest.advanceTimersByTime(3_000);
    expect(names()).toEqual(['Ada']);
    take({ n: 2, typing: [typing(ADA, 6_000)] });
    jest.advanceTimersByTime(5_999);
    expect(names()).toEqual(['Ada']);
    jest.advanceTimersByTime(1);
    expect(names()).toEqual([]);
  });

  it('[E1] a ttl of 0 and a message end it at once; I am not told that I type', () => {
    take({ n: 1, typing: [typing(ADA, 6_000), typing(EVE, 6_000), typing(BOB, 6_000)] });
    expect(names()).toEqual(['Ada', 'Eve']);
    take({ n: 2, typing: [typing(EVE, 0)] });
    ephemera.applied([posted(1)]);
    expect(names()).toEqual([]);
  });

  it('[E1] the latest wins: older news is ignored, a full one replaces all', () => {
    take({ n: 7, full: true, presence: [{ user: ADA, state: 'online' }, { user: EVE, state: 'idle' }] });
    take({ n: 8, presence: [{ user: EVE, state: 'offline' }] });
    take({ n: 8, presence: [{ user: EVE, state: 'online' }] });
    expect(view.presence).toEqual([{ user: ADA, state: 'online' }]);
    expect(ephemera.n).toBe(8);
    take({ n: 2, full: true, presence: [{ user: EVE, state: 'online' }] });
    expect(view.presence).toEqual([{ user: EVE, state: 'online' }]);
    expect(ephemera.n).toBe(2);
  });
});
