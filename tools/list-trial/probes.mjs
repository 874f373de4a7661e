/* global document, getComputedStyle, MessageChannel, MutationObserver, requestAnimationFrame */
// These functions run in the page. Each begins to watch, and answers with a function that stops it and gives what it saw.

/** From a click on a link of the sidebar until the rows of the room that it opens are painted, in ms each. */
export function openings() {
  const times = [];
  const painted = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
  const onClick = ({ target, timeStamp }) => {
    const link = target.closest('nav a[href*="/rooms/"]');
    const before = document.querySelector('#messages');
    if (!link) return;
    const look = () => {
      const list = document.querySelector('#messages');
      const there = list && list !== before && getComputedStyle(list).opacity === '1' && (list.querySelector('[data-row]') || list.textContent);
      if (there) painted((now) => times.push(now - timeStamp));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  document.addEventListener('click', onClick, true);
  return () => {
    document.removeEventListener('click', onClick, true);
    return times;
  };
}

/** How far the row that is being read moved while nobody scrolled, in px, how often the list grew meanwhile, and how many rows there were at most. */
export function shifts() {
  const list = document.querySelector('#messages');
  const seen = { moved: 0, grown: 0, rows: 0, scrolledAt: 0 };
  let held = null;
  let going = true;
  const onWheel = () => (seen.scrolledAt = performance.now());
  list.addEventListener('wheel', onWheel, { passive: true });
  const firstVisible = () => [...list.querySelectorAll('[data-row]')].find((row) => row.getBoundingClientRect().bottom > list.getBoundingClientRect().top + 40);
  const look = () => {
    if (!going) return;
    const rows = list.querySelectorAll('[data-row]').length;
    seen.rows = Math.max(seen.rows, rows);
    if (performance.now() - seen.scrolledAt < 60) held = null;
    else if (held?.row.isConnected) {
      seen.moved = Math.max(seen.moved, Math.abs(held.row.getBoundingClientRect().top - held.top));
      if (list.scrollHeight > held.height) seen.grown += 1;
      held.height = list.scrollHeight;
    } else {
      const row = firstVisible();
      held = row && { row, top: row.getBoundingClientRect().top, height: list.scrollHeight };
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    going = false;
    list.removeEventListener('wheel', onWheel);
    return { ...seen, first: Number(list.querySelector('[data-number]')?.dataset.number) };
  };
}

/** From each key until the character is painted, in ms; and how often the list was changed at most between two frames. */
export function keys() {
  const times = [];
  let changes = 0;
  let mostChanges = 0;
  let going = true;
  const changed = new MutationObserver(() => changes++);
  changed.observe(document.querySelector('#messages'), { childList: true, subtree: true });
  const frame = () => {
    mostChanges = Math.max(mostChanges, changes);
    changes = 0;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const onKey = ({ timeStamp }) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  document.addEventListener('keydown', onKey, true);
  return () => {
    going = false;
    changed.disconnect();
    document.removeEventListener('keydown', onKey, true);
    return { times, mostChanges };
  };
}

/** From each Enter until the own message is painted, in ms, and how often the composer was not empty and focused by then. */
export function sends() {
  const times = [];
  let unready = 0;
  const onKey = ({ key, timeStamp, target }) => {
    if (key !== 'Enter') return;
    const body = target.value;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      times.push(performance.now() - timeStamp);
      if (target.value !== '' || document.activeElement !== target) unready++;
    };
    const look = () => {
      const newest = [...document.querySelectorAll('#messages [data-row]')].slice(-20);
      if (newest.some(({ textContent }) => textContent.includes(body))) port2.postMessage(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  document.addEventListener('keydown', onKey, true);
  return () => {
    document.removeEventListener('keydown', onKey, true);
    return { times, unready };
  };
}
