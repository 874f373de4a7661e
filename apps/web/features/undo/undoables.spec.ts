import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Undoables } from './undoables';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('what can be undone [ux A9]', () => {
  it('is carried out after 5 s, and counts as pending until the server has answered', async () => {
    const undoables = new Undoables();
    let answer = () => {};
    const run = jest.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const outcome = undoables.add('leave', run);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(run).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(1);
    expect([...undoables.pending()]).toEqual(['leave']);
    answer();
    await expect(outcome).resolves.toBe('done');
    await jest.advanceTimersByTimeAsync(0);
    expect(undoables.pending().size).toBe(0);
  });

  it('is never carried out once it is undone', async () => {
    const undoables = new Undoables();
    const run = jest.fn(() => Promise.resolve());
    const outcome = undoables.add('leave', run);
    undoables.undo('leave');
    await expect(outcome).resolves.toBe('undone');
    undoables.flush();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).not.toHaveBeenCalled();
    expect(undoables.pending().size).toBe(0);
  });

  it('is carried out at once when the page goes away, in a way that outlives it, and once only', async () => {
    const undoables = new Undoables();
    const run = jest.fn(() => Promise.resolve());
    const parting = jest.fn(() => Promise.resolve());
    const outcomes = [undoables.add('leave', run, parting), undoables.add('remove', run, parting), undoables.add('leave', run, parting)];
    undoables.flush();
    expect(parting).toHaveBeenCalledTimes(2);
    undoables.flush();
    undoables.undo('leave');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(parting).toHaveBeenCalledTimes(2);
    expect(run).not.toHaveBeenCalled();
    await expect(Promise.all(outcomes)).resolves.toEqual(['done', 'done', 'done']);
  });

  it('is shown again when the server refuses it', async () => {
    const undoables = new Undoables();
    const told = jest.fn();
    undoables.subscribe(told);
    const outcome = undoables.add('leave', () => Promise.reject(new Error('unreachable')));
    const refused = expect(outcome).rejects.toThrow('unreachable');
    await jest.advanceTimersByTimeAsync(5_000);
    await refused;
    expect(undoables.pending().size).toBe(0);
    expect(told).toHaveBeenCalledTimes(2);
  });
});
