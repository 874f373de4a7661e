import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { roomToWriteIn } from './room-to-write-in';

let coarse = false;

beforeEach(() => {
  coarse = false;
  window.matchMedia = (() => ({ matches: coarse })) as unknown as typeof window.matchMedia;
});
afterEach(() => document.body.replaceChildren());

function screenOf(...ids: string[]): string[] {
  document.body.innerHTML = ids.map((id) => `<p id="${id}" tabindex="0"></p>`).join('');
  return ids;
}

const focused = () => document.activeElement?.id ?? '';

describe('a room that one goes to by keys', () => {
  it('[ux I3] takes the keyboard into its composer, or to its messages where nothing can be written', () => {
    screenOf('messages', 'composer');
    roomToWriteIn.expect('a');
    roomToWriteIn.arrive('a');
    expect(focused()).toBe('composer');
    screenOf('messages');
    roomToWriteIn.expect('b');
    roomToWriteIn.arrive('b');
    expect(focused()).toBe('messages');
  });

  it('[ux I3] is not one that comes by itself, or later', () => {
    screenOf('messages', 'composer');
    roomToWriteIn.arrive('a');
    roomToWriteIn.expect('a');
    roomToWriteIn.arrive('b');
    roomToWriteIn.arrive('a');
    expect(focused()).toBe('');
  });

  it('[ux J3] calls up no keyboard on the screen', () => {
    coarse = true;
    screenOf('messages', 'composer');
    roomToWriteIn.expect('a');
    roomToWriteIn.arrive('a');
    expect(focused()).toBe('');
  });
});
