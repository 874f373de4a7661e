import type { User } from '@fourways/chat-core';
import { preferences } from '@/features/preferences/preferences';
import { concernOf } from './attention';
import { playBell } from './bell-sound';
import type { LookMark } from './look-mark';
import type { News } from './news-watch';
import { permissionNow } from './permission';
import { inQuietHours } from './quiet-hours';
import { ringFor } from './ring-for';

interface Ports {
  me(): User;
  follows(): boolean;
  show(news: News): void;
}

/** Rings for news, as far as they are to ring. */
export class Bell {
  private soundAt = -Infinity;

  constructor(
    private readonly looks: LookMark,
    private readonly ports: Ports,
  ) {}

  async hear(news: News): Promise<void> {
    const looksAt = this.looks.rooms();
    const now = performance.now();
    const { message, timeline } = news;
    const me = this.ports.me();
    const wanted = preferences.get();
    const { sound, notification } = ringFor(
      { roomId: timeline.room.id, own: message.author.id === me.id, concern: concernOf(message, timeline.room, me), level: timeline.preference.level },
      {
        follows: this.ports.follows(),
        looksAt,
        quiet: inQuietHours(wanted),
        sinceSoundMs: now - this.soundAt,
        sounds: wanted.sounds,
        notifications: wanted.notifications,
      },
    );
    // Asked last, since the page waits for the browser's answer.
    if (notification && permissionNow() === 'granted') this.ports.show(news);
    if (!sound) return;
    this.soundAt = now;
    await playBell();
  }
}
