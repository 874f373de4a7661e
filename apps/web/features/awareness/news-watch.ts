import type { Message, RoomTimeline, Timeline } from '@fourways/chat-core';
import { concernOf } from './attention';

export interface News {
  readonly timeline: RoomTimeline;
  readonly message: Message;
}

/** Finds what has been said since it looked last: in each room the newest message, or the newest that concerns the reader. */
export class NewsWatch {
  private readonly heard = new Map<string, number>();
  private rooms: Timeline['rooms'] = new Map();

  private begun = false;

  constructor(timeline: Timeline) {
    this.take(timeline);
    this.begun = true;
  }

  take({ rooms, me }: Timeline): readonly News[] {
    const changed = [...rooms.values()].filter((timeline) => timeline !== this.rooms.get(timeline.room.id));
    this.rooms = rooms;
    return changed.flatMap((timeline) => {
      const { room, messages, roomSeq } = timeline;
      const heard = this.heard.get(room.id) ?? this.beginning(timeline);
      this.heard.set(room.id, Math.max(heard, roomSeq));
      const news = messages.filter((message) => message.roomSeq > heard && message.author.id !== me.id && !message.removed);
      const message = news.findLast((each) => concernOf(each, room, me) !== 'room') ?? news.at(-1);
      return message ? [{ timeline, message }] : [];
    });
  }

  /** What was there already is no news, unless somebody has just opened a direct room to say it. */
  private beginning({ room, messages, read, roomSeq }: RoomTimeline): number {
    const unread = messages.find(({ number }) => number > read.number);
    return this.begun && room.kind === 'direct' && unread ? unread.roomSeq - 1 : roomSeq;
  }
}
