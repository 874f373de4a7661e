/** Where somebody reads who is not at the end: a message, and how far below the top of the list it begins. */
export interface ReadingPlace {
  readonly messageId: string;
  readonly number: number;
  readonly offsetPx: number;
}

const KEY = 'fourways.reading-places';

/** Where one was in the rooms that one has gone away from, as long as the page lives; at the end, when there is nothing. */
class ReadingPlaces {
  private readonly left = new Map(kept());
  private here: { roomId: string; now: () => ReadingPlace | undefined } | undefined;

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

  /** For the page that comes after this one, in the same tab. */
  keep(): void {
    this.remember();
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...this.left]));
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
    const places = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string, ReadingPlace][];
    sessionStorage.removeItem(KEY);
    return places;
  } catch {
    return [];
  }
}
