'use client';
import { useState, useSyncExternalStore } from 'react';

/**
 * Whether this stood in the server's page: what is on the screen then was painted before there was a script. It stays so, and
 * nothing is rendered anew when the browser takes over.
 */
export function useFromServer(): boolean {
  const [look] = useState(firstLook);
  return useSyncExternalStore(never, look.later, look.first);
}

/** React asks for the server's state on the server and while it takes the page over, and never otherwise. */
function firstLook() {
  let fromServer = false;
  return { first: () => (fromServer = true), later: () => fromServer };
}

function never(): () => void {
  return () => {};
}
