import { describe, expect, it } from '@jest/globals';
import { goesBy } from './goes-by';

describe('finding a person by what is typed', () => {
  it('takes the beginning of any word of the name, whatever its case', () => {
    expect(goesBy('Пётр Орлов', 'петр')).toBe(true);
    expect(goesBy('Пётр Орлов', 'ор')).toBe(true);
    expect(goesBy('Mary Ann Lee', 'ann l')).toBe(true);
    expect(goesBy('Joanna', 'ann')).toBe(false);
    expect(goesBy('Anyone', ' ')).toBe(true);
  });
});
