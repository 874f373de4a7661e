import { describe, expect, it } from '@jest/globals';
import type { ChatEvent, Snapshot } from '@fourways/chat-core';
import { Continuity } from './continuity.js';

const ME = 'me';

function snapshot(roomSeq: number): Snapshot {
  return { me: { id: ME, name: 'Me' }, rooms: [{ room: { id: 'r' }, joined: true, roomSeq }] } as unknown as Snapshot;
}

function posted(roomSeq: number, roomId = 'r'): ChatEvent {
  return { type: 'message.posted', roomId, roomSeq, data: {} } as unknown as ChatEvent;
}

function moved(type: 'member.joined' | 'member.left', roomSeq: number): ChatEvent {
  return { type, roomId: 'r', roomSeq, data: { user: { id: ME }, userId: ME } } as unknown as ChatEvent;
}

function continuity(roomSeq: number): Continuity {
  const proof = new Continuity();
  proof.reset(snapshot(roomSeq));
  return proof;
}

describe('continuity', () => {
  it('[G1] finds nothing missing while numbers follow each other', () => {
    expect(continuity(4).missing([posted(5), posted(6)])).toBe(0);
  });

  it('[G1] counts the numbers that were left out, once', () => {
    const proof = continuity(4);
    expect(proof.missing([posted(5), posted(8)])).toBe(2);
    expect(proof.missing([posted(9)])).toBe(0);
  });

  it('[R4] expects nothing of the time between leaving and joining again', () => {
    const proof = continuity(4);
    expect(proof.missing([moved('member.left', 5), moved('member.joined', 9), posted(10)])).toBe(0);
  });

  it('[R4] expects nothing of rooms that one is not in', () => {
    expect(continuity(4).missing([posted(7, 'other'), posted(20, 'other')])).toBe(0);
  });
});
