import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { hydrateRoot } from 'react-dom/client';
import { FromWidth } from './from-width';

let wide: boolean;
let changed: () => void;
beforeEach(() => {
  window.matchMedia = ((media: string) => ({
    media,
    get matches() {
      return wide;
    },
    addEventListener: (_: string, listener: () => void) => (changed = listener),
    removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
});
afterEach(cleanup);

const drawn: string[] = [];
function Side() {
  drawn.push('drawn');
  return <p>Rooms</p>;
}
const side = (
  <FromWidth width="48rem" aria-label="Side">
    <Side />
  </FromWidth>
);

it('is drawn where there is room for it', () => {
  wide = true;
  render(side);
  expect(screen.getByText('Rooms')).toBeTruthy();
});

it('is left on a narrow screen as the server drew it, until there is room for it', async () => {
  wide = false;
  drawn.length = 0;
  const page = document.createElement('div');
  page.innerHTML = '<aside aria-label="Side"><p>Rooms, by the server</p></aside>';
  document.body.append(page);
  const root = await act(() => hydrateRoot(page, side));
  expect(page.textContent).toBe('Rooms, by the server');
  expect(drawn).toEqual([]);
  wide = true;
  await act(() => changed());
  expect(page.textContent).toBe('Rooms');
  await act(() => root.unmount());
  page.remove();
});
