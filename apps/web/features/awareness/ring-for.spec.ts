import { describe, expect, it } from '@jest/globals';
import { BURST_MS, type RingEvent, ringFor, type RingSituation } from './ring-for';

const message: RingEvent = { roomId: 'lobby', own: false, concern: 'room', level: 'everything' };
const mention: RingEvent = { ...message, concern: 'mention' };
const direct: RingEvent = { ...message, concern: 'direct' };
const away: RingSituation = { follows: false, looksAt: new Set(), quiet: false, sinceSoundMs: BURST_MS, sounds: 'personal', notifications: true };

const ring = (sound: boolean, notification: boolean) => ({ sound, notification });

describe('what rings', () => {
  it('[ux H7] is silent for a room, and heard when it concerns the reader, unless she wants it otherwise', () => {
    expect(ringFor(message, away)).toEqual(ring(false, true));
    expect(ringFor(mention, away)).toEqual(ring(true, true));
    expect(ringFor(direct, away)).toEqual(ring(true, true));
    expect(ringFor(message, { ...away, sounds: 'all' })).toEqual(ring(true, true));
    expect(ringFor(mention, { ...away, sounds: 'none' })).toEqual(ring(false, true));
  });

  it('[ux H7] is one sound per burst of 2 s; what is shown is not held back', () => {
    expect(ringFor(mention, { ...away, sinceSoundMs: BURST_MS - 1 })).toEqual(ring(false, true));
    expect(ringFor(mention, { ...away, sinceSoundMs: BURST_MS })).toEqual(ring(true, true));
  });

  it('[ux H7] is nothing in quiet hours', () => {
    expect(ringFor(direct, { ...away, quiet: true })).toEqual(ring(false, false));
  });

  it('[ux H3] is not shown while a window of ours has the focus, and is nothing in the room that is looked at', () => {
    expect(ringFor(mention, { ...away, looksAt: new Set(['other']) })).toEqual(ring(true, false));
    expect(ringFor(mention, { ...away, looksAt: new Set(['other', 'lobby']) })).toEqual(ring(false, false));
  });

  it('[ux H2] is up to the tab that leads', () => {
    expect(ringFor(direct, { ...away, follows: true })).toEqual(ring(false, false));
  });

  it('[ux H1] is not shown where it is not wanted or not permitted', () => {
    expect(ringFor(mention, { ...away, notifications: false })).toEqual(ring(true, false));
  });

  it('[ux C5] is never for own words', () => {
    expect(ringFor({ ...direct, own: true }, { ...away, sounds: 'all' })).toEqual(ring(false, false));
  });

  it('is what the room was told to ring for', () => {
    const all: RingSituation = { ...away, sounds: 'all' };
    expect(ringFor({ ...message, level: 'mentions' }, all)).toEqual(ring(false, false));
    expect(ringFor({ ...mention, level: 'mentions' }, all)).toEqual(ring(true, true));
    expect(ringFor({ ...direct, level: 'mentions' }, all)).toEqual(ring(false, false));
    expect(ringFor({ ...direct, level: 'nothing' }, all)).toEqual(ring(false, false));
  });
});
