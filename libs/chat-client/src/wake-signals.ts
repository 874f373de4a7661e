interface Listener {
  /** What is open may be dead: open anew. */
  wake(): void;
  /** Something hints at a change: ask the server. */
  probe(): void;
  /** The page has come into sight, or gone out of it. */
  seen(): void;
  /** The page goes into the back-forward cache or away: hold nothing open. */
  suspend(): void;
  resume(): void;
}

const TICK_MS = 1_000;
const LATE_MS = 4_000;
/** After looking away for this long the server is asked; after so long that the machine may have slept, all is opened anew. */
const LOOKED_AWAY_MS = 5_000;
const LONG_AWAY_MS = 60_000;

/**
 * Notices that this machine slept or its network changed: a timer that is more than 4 s late, and in a browser
 * `online`, `offline`, `visibilitychange`, `freeze`, `resume`, `pagehide` and `pageshow`. Returns the function that ends it.
 */
export function watchWakeSignals(listener: Listener): () => void {
  const stops = [watchClock(listener)];
  if (typeof window !== 'undefined' && typeof document !== 'undefined') stops.push(...watchPage(listener));
  return () => stops.forEach((stop) => stop());
}

/** A hidden page's timers are late without a sleep, so there its return to sight is what counts. */
function watchClock(listener: Listener): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const late = Date.now() - last - TICK_MS;
    last = Date.now();
    if (late > LATE_MS && globalThis.document?.visibilityState !== 'hidden') listener.wake();
  }, TICK_MS);
  return () => clearInterval(timer);
}

function watchPage(listener: Listener): (() => void)[] {
  let hiddenAt = 0;
  const visibility = () => {
    listener.seen();
    if (document.visibilityState === 'hidden') return void (hiddenAt = Date.now());
    const awayMs = Date.now() - hiddenAt;
    if (awayMs > LONG_AWAY_MS) listener.wake();
    else if (awayMs > LOOKED_AWAY_MS) listener.probe();
  };
  const shown = ({ persisted }: PageTransitionEvent) => persisted && listener.resume();
  return [
    on(document, 'visibilitychange', visibility),
    on(window, 'online', () => listener.wake()),
    ...watchNetwork(listener),
    on(window, 'offline', () => listener.probe()),
    on(document, 'freeze', () => listener.suspend()),
    on(document, 'resume', () => listener.resume()),
    on(window, 'pagehide', () => listener.suspend()),
    on(window, 'pageshow', shown as (event: Event) => void),
  ];
}

/** From one network to another without being offline between (Network Information API, where there is one). */
function watchNetwork(listener: Listener): (() => void)[] {
  const { connection } = navigator as Navigator & { connection?: EventTarget & { type?: string } };
  if (!connection) return [];
  let { type } = connection;
  const changed = () => {
    if (connection.type !== type) listener.wake();
    ({ type } = connection);
  };
  return [on(connection, 'change', changed)];
}

function on(target: EventTarget, name: string, listen: (event: Event) => void): () => void {
  target.addEventListener(name, listen);
  return () => target.removeEventListener(name, listen);
}
