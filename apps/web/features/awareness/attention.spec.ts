import { describe, expect, it } from '@jest/globals';
import type { Room } from '@fourways/chat-core';
import { concernOf } from './attention';

const ada = { id: 'a', name: 'Ada' };
const bob = { id: 'b', name: 'Bob' };
const room = { id: 'r', name: 'lobby', kind: 'public', createdTs: 0 } as Room;

describe('what awaits a reader', () => {
  it('[ux C5] calls her by name, or with everyone, or in a direct room by all that is said', () => {
    expect(concernOf({ mentions: { people: [bob, ada] } }, room, ada)).toBe('mention');
    expect(concernOf({ mentions: { people: [], room: true } }, room, ada)).toBe('mention');
    expect(concernOf({ mentions: { people: [bob] } }, room, ada)).toBe('room');
    expect(concernOf({}, room, ada)).toBe('room');
    expect(concernOf({}, { ...room, kind: 'direct' }, ada)).toBe('direct');
    expect(concernOf({ mentions: { people: [ada] } }, { ...room, kind: 'direct' }, ada)).toBe('mention');
  });
});
