'use client';
import { useFromServer } from '@/components/use-from-server';
import { READING_PLACES } from './reading-places';

/** So long the list waits for the scripts, which know the way to a place that the server has not drawn. */
const HIDDEN_MS = 10_000;

/** As `useOpening` and `ScrollKeeper.show` do it, for the place where one was, or else for the first new message. */
const PLACE = `(() => {
  const box = document.getElementById('messages');
  if (!box) return;
  const topOf = (row) => row.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const left = () => {
    try {
      const places = JSON.parse(sessionStorage.getItem('${READING_PLACES}') ?? '[]');
      return places.find(([roomId]) => location.pathname.endsWith('/' + roomId))?.[1];
    } catch {}
  };
  const show = () => {
    box.classList.remove('opacity-0');
    box.dataset.openedPx = box.scrollTop;
  };
  const place = new URLSearchParams(location.search).has('at') ? undefined : left();
  const row = place ? box.querySelector('[data-message-id="' + place.messageId + '"]') : box.querySelector('[data-testid="divider"]')?.nextElementSibling;
  if (!row && (place || box.dataset.unread === 'elsewhere')) return void setTimeout(show, ${HIDDEN_MS});
  if (place) box.scrollTop += topOf(row.querySelector('[data-head]')?.nextElementSibling ?? row) - place.textPx;
  else if (row && topOf(row) < 0) box.scrollTop += topOf(row) - box.clientHeight / 3;
  show();
})()`;

/**
 * Opens the server's list, which is hidden until then, where one was, or else at the first new message: nobody waits for the
 * scripts to read, and nothing jumps when they come. Only a place that the server has not drawn is waited for. It stands after
 * everything that takes room.
 */
export function OpeningScript() {
  return useFromServer() && <script dangerouslySetInnerHTML={{ __html: PLACE }} />;
}
