import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { draftKey, Drafts } from './drafts';

const key = draftKey('ada', 'lobby');

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

describe('a draft', () => {
  it('[ux D3] is on disk within 500 ms, with its caret', () => {
    const drafts = new Drafts();
    drafts.set(key, 'hello world');
    drafts.select(key, 5, 5);
    jest.advanceTimersByTime(500);
    expect(new Drafts().draft(key)).toEqual({ text: 'hello world', from: 5, to: 5 });
  });

  it('[ux D3] is saved while one goes on typing, not only after', () => {
    const drafts = new Drafts();
    for (let length = 1; length <= 10; length++) {
      drafts.set(key, 'x'.repeat(length));
      jest.advanceTimersByTime(100);
    }
    expect(new Drafts().get(key).length).toBeGreaterThanOrEqual(6);
  });

  it('[ux D3] is saved at once when the page is left', () => {
    new Drafts().set(key, 'unfinished');
    expect(new Drafts().get(key)).toBe('');
    window.dispatchEvent(new Event('pagehide'));
    expect(new Drafts().get(key)).toBe('unfinished');
  });

  it('leaves nothing behind when it is sent', () => {
    const drafts = new Drafts();
    drafts.set(key, 'hello');
    jest.advanceTimersByTime(500);
    drafts.set(key, '');
    jest.advanceTimersByTime(500);
    expect(localStorage.length).toBe(0);
  });

  it('belongs to one person and one room', () => {
    const drafts = new Drafts();
    drafts.set(key, 'hello');
    expect(drafts.get(draftKey('ada', 'other'))).toBe('');
    expect(drafts.get(draftKey('bob', 'lobby'))).toBe('');
  });

  it('does not trust what is stored', () => {
    for (const [at, value] of ['plain', 'null', '{"text":5}', '[]'].entries()) {
      localStorage.setItem(`${key}${at}`, value);
      expect(new Drafts().draft(`${key}${at}`)).toEqual({ text: '', from: 0, to: 0 });
    }
  });
});
