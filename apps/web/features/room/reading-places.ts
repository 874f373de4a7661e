/** Where somebody reads who is not at the end: a message, and how far below the top of the list its text begins. */
export interface ReadingPlace {
  readonly messageId: string;
  readonly number: number;
  readonly textPx: number;
}

/** In `sessionStorage`: pairs of a room and a place. */
export const READING_PLACES = 'fourways.reading-places';

/** Where one was in the rooms that one has gone away from, also before this page was loaded anew; at the end, when there is nothing. */
class ReadingPlaces {
  private readonly left = new Map(kept());
  private here: { roomId: string; now: () => ReadingPlace | undefined } | undefined;

  constructor() {
    if (typeof window === 'undefined') return;
    window.addEventListener('pagehide', () => this.keep());
    document.addEventListener('visibilitychange', () => document.hidden && this.keep());
  }

  get(roomId: string): ReadingPlace | undefined {
    return this.left.get(roomId);
  }

  /** Somebody reads there now; the answer ends it, and remembers the place. */
  enter(roomId: string, now: () => ReadingPlace | undefined): () => void {
    this.here = { roomId, now };
    return () => {
      this.remember();
      this.here = undefined;
    };
  }

  /** Somebody else comes to this tab. */
  forget(): void {
    this.left.clear();
    this.keep();
  }

  /** For the page that comes after this one, in the same tab. */
  private keep(): void {
    this.remember();
    try {
      sessionStorage.setItem(READING_PLACES, JSON.stringify([...this.left]));
    } catch {
      return;
    }
  }

  private remember(): void {
    if (!this.here) return;
    const { roomId, now } = this.here;
    const place = now();
    if (place) this.left.set(roomId, place);
    else this.left.delete(roomId);
  }
}

export const readingPlaces = new ReadingPlaces();

function kept(): [string, ReadingPlace][] {
  try {
    return JSON.parse(sessionStorage.getItem(READING_PLACES) ?? '[]') as [string, ReadingPlace][];
  } catch {
    return [];
  }
}
