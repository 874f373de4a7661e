import { touchOnly } from '@/components/touch-only';

/** Where somebody goes by keys: the keyboard goes along, since the field that it was in goes away with the room before. */
class RoomToWriteIn {
  private roomId: string | null = null;

  expect(roomId: string): void {
    this.roomId = roomId;
  }

  /** A room is on the screen. A keyboard on the screen is not called up, and where nothing can be written one reads. */
  arrive(roomId: string): void {
    const awaited = roomId === this.roomId;
    this.roomId = null;
    if (!awaited || touchOnly()) return;
    const place = document.getElementById('composer') ?? document.getElementById('messages');
    place?.focus({ preventScroll: true });
    // A dialog that closes gives the focus back first.
    requestAnimationFrame(() => place?.focus({ preventScroll: true }));
  }
}

export const roomToWriteIn = new RoomToWriteIn();
