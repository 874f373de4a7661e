import { describe, expect, it } from '@jest/globals';
import { applyEvents, type ChatEvent, type Timeline } from '@fourways/chat-core';
import { Scene } from '@fourways/chat-core/testing';
import { Retention } from './retention.js';

describe('retention', () => {
  function talkedAbout(retention: Retention, count: number): Timeline {
    const scene = new Scene();
    const [me, other] = scene.people;
    scene.join(me!);
    scene.join(other!);
    for (let i = 0; i < count; i++) scene.post(other!);
    const empty: Timeline = { me: me!, rooms: new Map(), changes: new Map() };
    return scene.events.reduce((timeline: Timeline, event: ChatEvent) => applyEvents(retention.bounded(timeline, [event.roomId]), [event]), empty);
  }

  const loaded = ({ rooms }: Timeline) => [...rooms.values()][0]!;

  it('[F4] keeps the newest of a room that goes on, and knows where its loaded part begins', () => {
    for (let count = 1; count < 60; count++) {
      const { messages, lastNumber, loadedFrom } = loaded(talkedAbout(new Retention(10), count));
      expect(messages.length).toBeLessThanOrEqual(21);
      expect(messages.length).toBeGreaterThanOrEqual(Math.min(10, count));
      expect(messages.at(-1)!.number).toBe(lastNumber);
      expect(loadedFrom).toBe(messages.length === count ? 0 : messages[0]!.roomSeq);
    }
  });

  it('lets go of nothing that is held, and does so once nobody holds it', () => {
    const retention = new Retention(10);
    const timeline = talkedAbout(new Retention(), 30);
    const [roomId] = timeline.rooms.keys();
    const releases = [retention.hold(roomId!), retention.hold(roomId!)];
    expect(retention.bounded(timeline, [roomId!])).toBe(timeline);
    releases[0]!();
    releases[0]!();
    expect(retention.bounded(timeline, [roomId!])).toBe(timeline);
    releases[1]!();
    expect(loaded(retention.bounded(timeline, [roomId!])).messages).toHaveLength(10);
  });

  it('keeps everything unless it is told otherwise', () => {
    expect(loaded(talkedAbout(new Retention(), 100)).messages).toHaveLength(100);
  });
});
