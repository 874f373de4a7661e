import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry';
import { unseenOf } from './unseen-of';

const said = (number: number, id: string) => ({ number, author: { id, name: id.toUpperCase() } }) as Entry;
const echo = { echo: {}, author: { id: 'me', name: 'ME' } } as Entry;

describe('what waits below [ux B3]', () => {
  it('is nothing while one follows', () => {
    expect(unseenOf([said(1, 'ann')], null, 1, 'me')).toEqual({ count: 0, several: false });
  });

  it('counts what others wrote, and names who began', () => {
    const live = [said(1, 'ann'), said(2, 'me'), said(3, 'bob'), said(4, 'bob'), echo];
    expect(unseenOf(live, 1, 4, 'me')).toEqual({ count: 2, author: 'BOB', several: false });
    expect(unseenOf([...live, said(5, 'ann')], 1, 5, 'me')).toEqual({ count: 3, author: 'BOB', several: true });
  });

  it('names nobody when the beginning is no longer loaded', () => {
    expect(unseenOf([said(300, 'ann')], 1, 300, 'me')).toMatchObject({ count: 299 });
    expect(unseenOf([said(300, 'ann')], 1, 300, 'me').author).toBeUndefined();
  });
});
