import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, renderHook } from '@testing-library/react';
import { useReading } from './use-reading';

let looking = true;
const onRead = jest.fn<(number: number) => void>();

/** A list whose messages are all on the screen. */
function listOf(count: number): HTMLElement {
  const list = document.createElement('div');
  list.innerHTML = Array.from({ length: count }, (_, i) => `<article data-number="${i + 1}"></article>`).join('');
  return list;
}

function say(list: HTMLElement): void {
  list.insertAdjacentHTML('beforeend', `<article data-number="${list.children.length + 1}"></article>`);
}

beforeEach(() => {
  looking = true;
  jest.useFakeTimers();
  jest.spyOn(document, 'hasFocus').mockImplementation(() => looking);
});

afterEach(() => {
  cleanup();
  jest.useRealTimers();
  jest.restoreAllMocks();
  onRead.mockClear();
});

describe('reading', () => {
  it('[ux C1] takes half a second of looking', () => {
    renderHook(() => useReading({ current: listOf(3) }, true, 0, onRead));
    jest.advanceTimersByTime(499);
    expect(onRead).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(onRead.mock.calls).toEqual([[3]]);
  });

  it('[ux C1][ux C4] goes on while messages come faster than that', () => {
    const list = listOf(1);
    const box = { current: list };
    const { rerender } = renderHook(({ news }) => useReading(box, true, news, onRead), { initialProps: { news: 0 } });
    for (let news = 1; news <= 12; news++) {
      jest.advanceTimersByTime(100);
      say(list);
      rerender({ news });
    }
    expect(onRead.mock.calls).toEqual([[1], [5]]);
    jest.advanceTimersByTime(1_000);
    expect(onRead).toHaveBeenLastCalledWith(13);
  });

  it('[ux C1] is not looking at another window', () => {
    renderHook(() => useReading({ current: listOf(3) }, true, 0, onRead));
    looking = false;
    jest.advanceTimersByTime(1_000);
    expect(onRead).not.toHaveBeenCalled();
  });
});
