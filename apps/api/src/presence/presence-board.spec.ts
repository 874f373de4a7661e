import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ephemeral, type User, type Viewer, Viewers } from '@fourways/chat-core';
import { PresenceBoard } from './presence-board.js';

const ROOM = '01a20569-4337-70d9-a8d5-000000000001';
const OTHER_ROOM = '01a20569-4337-70d9-a8d5-000000000002';
const ann: User = { id: '01a20569-4337-70d9-a8d5-00000000000a', name: 'Ann' };
const bob: User = { id: '01a20569-4337-70d9-a8d5-00000000000b', name: 'Bob' };
const far: User = { id: '01a20569-4337-70d9-a8d5-00000000000f', name: 'Far' };
const LONG = { ttlMs: 60_000 };

describe('presence board', () => {
  let board: PresenceBoard;
  let viewers: Viewers;
  let annSees: Viewer;
  let bobSees: Viewer;
  let farSees: Viewer;

  beforeEach(async () => {
    const room = (userId: string) => (userId === far.id ? OTHER_ROOM : ROOM);
    viewers = new Viewers({ load: async (userId) => [{ roomId: room(userId), stay: { joinedSeq: 1 } }] });
    board = new PresenceBoard(viewers);
    annSees = await viewers.enter(ann.id);
    bobSees = await viewers.enter(bob.id);
    farSees = await viewers.enter(far.id);
  });

  afterEach(() => board.onApplicationShutdown());

  const seen = (viewer: Viewer, n?: number): Ephemeral | null => {
    const news = board.since(n, viewer);
    return news && Ephemeral.parse(JSON.parse(news.json));
  };
  const states = (news: Ephemeral | null) => news?.presence.map(({ user, state }) => `${user.name} ${state}`);

  it('[E1] shows who is here to those who share a room with her, and to nobody else', () => {
    board.renew(bob, bobSees, { id: 'c1', ...LONG });
    expect(states(seen(annSees))).toEqual(['Bob online']);
    expect(states(seen(farSees))).toEqual([]);
  });

  it('[E1] tells only what changed since the number one has, and nothing when nothing did', () => {
    board.renew(ann, annSees, { id: 'a1', ...LONG });
    const { n } = seen(annSees)!;
    expect(seen(annSees, n)).toBeNull();
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    const news = seen(annSees, n)!;
    expect(news.full).toBeUndefined();
    expect(states(news)).toEqual(['Bob online']);
  });

  it('[E1][ux G4] tells everything to whoever comes with a number of before the start, or of the future', () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    for (const n of [undefined, 0, Date.now() + 1_000_000]) expect(seen(annSees, n)).toMatchObject({ full: true });
  });

  it('[E1] a person with two connections is here until both have ended', async () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    board.renew(bob, bobSees, { id: 'b2', ...LONG });
    board.release(bob.id, 'b1', 0);
    await sweep();
    expect(states(seen(annSees))).toEqual(['Bob online']);
    board.release(bob.id, 'b2', 0);
    await sweep();
    expect(states(seen(annSees))).toEqual([]);
  });

  it('[E1][ux G2] ten quick reloads leave nobody behind', async () => {
    for (let n = 0; n < 10; n++) {
      board.renew(bob, bobSees, { id: `tab${n}`, ...LONG });
      board.release(bob.id, `tab${n}`, 0);
    }
    await sweep();
    expect(states(seen(annSees))).toEqual([]);
  });

  it('[E1] leaving and coming back within a moment ends online, in the delta as well', () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    const { n } = seen(annSees)!;
    board.signOut(bob.id);
    expect(states(seen(annSees, n))).toEqual(['Bob offline']);
    board.renew(bob, bobSees, { id: 'b2', ...LONG });
    expect(states(seen(annSees, n))).toEqual(['Bob online']);
  });

  it('[E1] is idle only when every connection says so', () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG, idle: true });
    expect(states(seen(annSees))).toEqual(['Bob idle']);
    board.renew(bob, bobSees, { id: 'b2', ...LONG });
    expect(states(seen(annSees))).toEqual(['Bob idle']);
    board.setIdle(bob.id, 'b2', false);
    expect(states(seen(annSees))).toEqual(['Bob online']);
    expect(board.touch(bob.id, 'unknown', 1_000)).toBe(false);
  });

  it('[E1] typing is told with the time it lasts, and its end with 0', () => {
    board.setTyping(bob, ROOM, true);
    const typing = seen(annSees)!;
    expect(typing.typing[0]).toMatchObject({ user: bob, roomId: ROOM });
    expect(typing.typing[0]!.ttlMs).toBeGreaterThan(5_000);
    board.setTyping(bob, ROOM, false);
    expect(seen(annSees, typing.n)!.typing).toMatchObject([{ user: bob, ttlMs: 0 }]);
    expect(seen(farSees)!.typing).toEqual([]);
  });

  it('[E1] wakes those whom a change concerns at once, then not again for a while', async () => {
    let woken = 0;
    annSees.listen(() => woken++);
    let wokenFar = 0;
    farSees.listen(() => wokenFar++);
    for (let i = 0; i < 20; i++) board.setTyping(bob, ROOM, true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(woken).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect([woken, wokenFar]).toEqual([2, 0]);
  });

  it('[E1] who has joined another room is told of everyone anew', () => {
    board.renew(far, farSees, { id: 'f1', ...LONG });
    const { n } = seen(annSees)!;
    annSees.join(OTHER_ROOM, 7);
    board.roomJoined(ann.id, OTHER_ROOM);
    expect(seen(annSees, n)).toMatchObject({ full: true });
    expect(states(seen(annSees, n))).toEqual(['Far online']);
  });

  it('[E1] who leaves the last room that one shares with her is shown as gone, also when she does more', () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    const { n } = seen(annSees)!;
    const { n: farN } = seen(farSees)!;
    bobSees.leave(ROOM, 7);
    board.roomLeft(bob.id, ROOM);
    board.setIdle(bob.id, 'b1', true);
    expect(states(seen(annSees, n))).toEqual(['Bob offline']);
    expect(seen(farSees, farN)).toBeNull();
    expect(states(seen(annSees))).toEqual([]);
  });

  it('[E1] who leaves one of two rooms that one shares with her is still here', () => {
    for (const viewer of [annSees, bobSees]) viewer.join(OTHER_ROOM, 5);
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    const { n } = seen(annSees)!;
    bobSees.leave(ROOM, 7);
    board.roomLeft(bob.id, ROOM);
    expect(states(seen(annSees, n))).toEqual(['Bob online']);
  });

  it('[E1] tells everything to whoever comes with a number that is too old to be known', () => {
    board.renew(bob, bobSees, { id: 'b1', ...LONG });
    const { n } = seen(annSees)!;
    for (let i = 0; i < 2_100; i++) board.setTyping(bob, ROOM, true);
    expect(seen(annSees, n)).toMatchObject({ full: true });
    expect(seen(annSees)!.typing).toHaveLength(1);
  });

  /** Leases are looked at once a second. */
  function sweep(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 1_100));
  }
});
