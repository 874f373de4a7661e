import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { Message } from '@fourways/chat-core';
import { useSpokenNews } from './use-spoken-news';

const said = (roomSeq: number, author = 'bob', removed = false) => ({ id: `m${roomSeq}`, roomSeq, author: { id: author, name: author }, body: `text ${roomSeq}`, removed }) as Message;

describe('[ux I1][ux I2] spoken news', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is the first message at once, and of those that follow within two seconds how many they are', () => {
    let messages = [said(1), said(2)];
    const { result, rerender } = renderHook(() => useSpokenNews(messages, 2, 'me'));
    expect(result.current).toBeNull();
    messages = [...messages, said(3)];
    rerender();
    expect(result.current).toMatchObject({ newest: { id: 'm3' }, count: 1 });
    for (let n = 4; n < 9; n++) {
      messages = [...messages, said(n)];
      rerender();
    }
    expect(result.current).toMatchObject({ newest: { id: 'm3' } });
    act(() => void jest.advanceTimersByTime(2_000));
    expect(result.current).toMatchObject({ newest: { id: 'm8' }, count: 5 });
    act(() => void jest.advanceTimersByTime(60_000));
    expect(result.current).toMatchObject({ newest: { id: 'm8' }, count: 5 });
    messages = [...messages, said(9)];
    rerender();
    expect(result.current).toMatchObject({ newest: { id: 'm9' }, count: 1 });
  });

  it('is taken back with a message that is removed', () => {
    let messages = [said(1), said(2)];
    const { result, rerender } = renderHook(() => useSpokenNews(messages, 1, 'me'));
    expect(result.current).toMatchObject({ newest: { id: 'm2' } });
    messages = [said(1), said(2, 'bob', true)];
    rerender();
    expect(result.current).toBeNull();
  });

  it('says nothing of own words, of what was removed, of history, or of what is let go of', () => {
    let messages = [said(5)];
    const { result, rerender } = renderHook(() => useSpokenNews(messages, 5, 'me'));
    messages = [said(3), said(4), said(5), said(6, 'me'), said(7, 'bob', true)];
    rerender();
    act(() => void jest.advanceTimersByTime(5_000));
    expect(result.current).toBeNull();
    messages = [said(7, 'bob', true)];
    rerender();
    expect(result.current).toBeNull();
  });
});
