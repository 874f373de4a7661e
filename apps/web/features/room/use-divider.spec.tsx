import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { Entry } from './entry';
import { firstNew, useDivider } from './use-divider';

const said = (...authors: string[]): Entry[] => authors.map((id, i) => ({ id: `m${i + 1}`, clientMsgId: `c${i + 1}`, number: i + 1, author: { id, name: id } }) as Entry);

/** What the reader's screen shows the line above, and what becomes of it. */
function reading(first: { entries: Entry[]; readNumber: number; unread?: number }) {
  let looking = true;
  jest.spyOn(document, 'hasFocus').mockImplementation(() => looking);
  const start = { unread: 0, posts: 0, ...first };
  const { result, rerender } = renderHook(({ entries, ...reader }) => firstNew(entries, useDivider(entries, { me: 'ann', ...reader }), 'ann'), { initialProps: start });
  let now = start;
  return {
    line: () => result.current,
    look(at: boolean) {
      looking = at;
      act(() => void window.dispatchEvent(new Event(at ? 'focus' : 'blur')));
    },
    goesOn: (change: Partial<typeof start>) => rerender((now = { ...now, ...change })),
  };
}

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('the line of the new', () => {
  it('[ux C2] stands above the first message of another, not above an own one before it', () => {
    expect(firstNew(said('bob', 'ann', 'bob'), 1, 'ann')).toBe('m3');
    expect(firstNew(said('bob', 'ann', 'ann'), 1, 'ann')).toBeNull();
    expect(firstNew(said('bob', 'bob', 'ann', 'bob'), 1, 'ann')).toBe('m2');
  });

  it('[ux C3] does not stand where something is missing above it', () => {
    expect(firstNew(said('bob', 'bob', 'bob', 'bob').slice(2), 1, 'ann')).toBeNull();
    expect(firstNew(said('bob', 'bob', 'bob', 'bob').slice(2), 2, 'ann')).toBe('m3');
  });

  it('[ux C2] stands after what one wrote and read elsewhere while one looked away here', () => {
    const { line, look, goesOn } = reading({ entries: said('bob'), readNumber: 1 });
    look(false);
    goesOn({ entries: said('bob', 'bob', 'ann'), readNumber: 3 });
    goesOn({ entries: said('bob', 'bob', 'ann', 'bob') });
    look(true);
    expect(line()).toBe('m4');
    goesOn({ readNumber: 4 });
    expect(line()).toBe('m4');
  });

  it('[ux C2] does not come above the answer to what one has just written, and stays where something is new', () => {
    const { line, look, goesOn } = reading({ entries: said('bob'), readNumber: 1 });
    look(false);
    look(true);
    goesOn({ posts: 1 });
    goesOn({ entries: said('bob', 'ann'), readNumber: 2 });
    goesOn({ entries: said('bob', 'ann', 'bob') });
    expect(line()).toBeNull();
    look(false);
    goesOn({ entries: said('bob', 'ann', 'bob', 'bob') });
    look(true);
    expect(line()).toBe('m3');
    goesOn({ posts: 2 });
    goesOn({ entries: said('bob', 'ann', 'bob', 'bob', 'ann'), readNumber: 5 });
    expect(line()).toBe('m3');
  });
});
