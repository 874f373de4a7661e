const KEY = 'fourways.look';
const REFRESH_MS = 5_000;
/** Of a tab that ended without a word. */
const STALE_MS = 12_000;

interface Mark {
  readonly tab: string;
  readonly roomId: string;
  readonly at: number;
}

/**
 * Tells the tabs of this browser which room somebody looks at: the tab that has the focus says so in the storage, and takes
 * it back when it loses it. (A Web Lock would say it without a clock, but keeps its page out of the back-forward cache.)
 * Where storage is forbidden a tab knows only of itself.
 */
export class LookMark {
  private readonly tab = Math.random().toString(36).slice(2);
  private own: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Null: nobody looks at this tab any more. */
  look(roomId: string | null): void {
    if (roomId === this.own) return;
    this.own = roomId;
    clearInterval(this.timer);
    if (roomId === null) return void (marked()?.tab === this.tab && store(null));
    const mark = () => store({ tab: this.tab, roomId, at: Date.now() });
    mark();
    this.timer = setInterval(mark, REFRESH_MS);
  }

  /** The rooms that are looked at in any tab. */
  rooms(): ReadonlySet<string> {
    const mark = marked();
    const elsewhere = mark && Date.now() - mark.at < STALE_MS ? [mark.roomId] : [];
    return new Set(this.own === null ? elsewhere : [...elsewhere, this.own]);
  }
}

function marked(): Mark | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

function store(mark: Mark | null): void {
  try {
    if (mark === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(mark));
  } catch {
    return;
  }
}
