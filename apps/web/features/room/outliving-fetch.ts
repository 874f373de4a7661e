let leaving = false;

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => (leaving = true), { capture: true });
  window.addEventListener('pageshow', () => (leaving = false), { capture: true });
}

/** A request that is made while the page goes away outlives it. */
export const outlivingFetch: typeof fetch = (input, init) => fetch(input, leaving ? { ...init, keepalive: true } : init);
