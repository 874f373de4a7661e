'use client';
import { useFromServer } from '@/components/use-from-server';

/** As `ScrollKeeper.show` does it, for the first new message. */
const PLACE = `(() => {
  const box = document.getElementById('messages');
  const row = box?.querySelector('[data-testid="divider"]')?.nextElementSibling;
  const top = row ? row.getBoundingClientRect().top - box.getBoundingClientRect().top : 0;
  if (top < 0) box.scrollTop += top - box.clientHeight / 3;
})()`;

/**
 * Opens the server's page at the first new message before it is painted: nobody waits for the scripts to read, and nothing
 * jumps when they come. It stands after everything that takes room.
 */
export function OpeningScript() {
  return useFromServer() && <script dangerouslySetInnerHTML={{ __html: PLACE }} />;
}
