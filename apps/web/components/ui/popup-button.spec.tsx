import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from '@jest/globals';
import { lazily } from '@/components/lazily';
import type { PopupProps } from './popup';
import { changeBeside } from './popup';
import { PopupButton } from './popup-button';

afterEach(cleanup);

interface NoteProps extends PopupProps {
  text: string;
}

let fetched = 0;
const Note = lazily<NoteProps>(async () => {
  fetched++;
  return ({ open, text, label, onOpenChange }) => (
    <div role="note" aria-label={label} hidden={!open} onClick={() => onOpenChange(false)}>
      {text}
    </div>
  );
});
const button = () => screen.getByRole('button', { name: 'More' });
const note = () => screen.queryByRole('note', { hidden: true });
const show = (kind: 'menu' | 'dialog' = 'menu') =>
  render(
    <PopupButton kind={kind} label="More" popup={Note} about={{ text: 'what there is' }} className="">
      …
    </PopupButton>,
  );
const click = (element: Element) => act(async () => void fireEvent.click(element));

it('fetches and draws its popup when it is pressed, and not before', async () => {
  show();
  expect({ fetched, note: note(), expanded: button().getAttribute('aria-expanded') }).toEqual({ fetched: 0, note: null, expanded: 'false' });
  await click(button());
  expect({ fetched, text: note()?.textContent, expanded: button().getAttribute('aria-expanded') }).toEqual({ fetched: 1, text: 'what there is', expanded: 'true' });
  expect(document.activeElement).toBe(button());
  await click(note()!);
  expect({ hidden: note()?.hidden, expanded: button().getAttribute('aria-expanded') }).toEqual({ hidden: true, expanded: 'false' });
});

it('opens a menu, and nothing else, by the arrows', async () => {
  show();
  await act(async () => void fireEvent.keyDown(button(), { key: 'ArrowDown' }));
  expect(button().getAttribute('aria-expanded')).toBe('true');
  cleanup();
  show('dialog');
  await act(async () => void fireEvent.keyDown(button(), { key: 'ArrowDown' }));
  expect(button().getAttribute('aria-expanded')).toBe('false');
});

it('leaves it to the button to answer a press on it, and closes for any other', () => {
  const anchor = { current: document.createElement('button') };
  const said: boolean[] = [];
  let cancelled = 0;
  const change = changeBeside({ label: '', open: true, onOpenChange: (open) => said.push(open), anchor });
  const press = (target: Element, reason: string) => {
    const event = new Event('pointerdown');
    Object.defineProperty(event, 'target', { value: target });
    change(false, { reason, event, cancel: () => cancelled++ });
  };
  press(anchor.current, 'outside-press');
  expect({ said, cancelled }).toEqual({ said: [], cancelled: 1 });
  press(document.body, 'outside-press');
  press(anchor.current, 'escape-key');
  expect({ said, cancelled }).toEqual({ said: [false, false], cancelled: 1 });
});
