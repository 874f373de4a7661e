import { expect, it, jest } from '@jest/globals';
import { toast } from './toast';
import { toastBox } from './toast-box';

it('keeps what is said until there is a place for it, and calls for one', () => {
  const called = jest.fn();
  toastBox.subscribe(called);
  expect(toastBox.wanted()).toBe(false);
  const id = toast('left', { duration: 5 });
  toast.error('refused');
  toast.dismiss(id);
  expect(toastBox.wanted()).toBe(true);
  expect(called).toHaveBeenCalled();
  const said: unknown[] = [];
  const stage = Object.assign((text: string, options: object) => said.push(['say', text, options]), {
    error: (text: string) => said.push(['error', text]),
    success: (text: string) => said.push(['success', text]),
    dismiss: (given: number) => said.push(['dismiss', given]),
  });
  toastBox.begin(stage as never);
  expect(said).toEqual([['say', 'left', { duration: 5, id }], ['error', 'refused'], ['dismiss', id]]);
  toast.success('added');
  expect(said.at(-1)).toEqual(['success', 'added']);
});
