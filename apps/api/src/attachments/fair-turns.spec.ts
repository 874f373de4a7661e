import { describe, expect, it } from '@jest/globals';
import { FairTurns } from './fair-turns.js';

describe('turns', () => {
  it('go round among those who ask, one job at a time', async () => {
    const turns = new FairTurns();
    const done: string[] = [];
    let at = 0;
    const job = (name: string) => async () => {
      expect(++at).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      done.push(name);
      at--;
      return name;
    };
    const asked = [...['a1', 'a2', 'a3'].map((name) => turns.take('a', job(name))), turns.take('b', job('b1')), turns.take('c', job('c1')), turns.take('b', job('b2'))];
    expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'b2']);
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  });

  it('go on after a job that failed, and after a rest', async () => {
    const turns = new FairTurns();
    await expect(turns.take('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take('a', () => Promise.resolve(1))).toBe(1);
    expect(await turns.take('b', () => Promise.resolve(2))).toBe(2);
  });
});
