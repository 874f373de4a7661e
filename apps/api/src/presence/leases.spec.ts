import { beforeEach, describe, expect, it } from '@jest/globals';
import { Leases } from './leases.js';

describe('leases', () => {
  const changed: string[] = [];
  let leases: Leases;
  beforeEach(() => {
    changed.length = 0;
    leases = new Leases((userId) => changed.push(`${userId} ${leases.state(userId)}`));
  });

  const later = (ms: number) => leases.sweep(Date.now() + ms);

  it('[E1] last as long as they are renewed', () => {
    leases.renew('ada', { id: 'a', ttlMs: 1_000 });
    later(900);
    expect(leases.state('ada')).toBe('online');
    leases.renew('ada', { id: 'a', ttlMs: 5_000 });
    later(4_000);
    expect(leases.state('ada')).toBe('online');
    later(6_000);
    expect(leases.state('ada')).toBe('offline');
    expect(changed.at(-1)).toBe('ada offline');
  });

  it('[E1] of one person end one by one', () => {
    leases.renew('ada', { id: 'a', ttlMs: 1_000 });
    leases.renew('ada', { id: 'b', ttlMs: 9_000 });
    later(2_000);
    expect(leases.touch('ada', { id: 'a', ttlMs: 1_000 })).toBe(false);
    expect(leases.state('ada')).toBe('online');
    later(10_000);
    expect(leases.state('ada')).toBe('offline');
  });

  it('[E1] the same id of two persons is two leases', () => {
    leases.renew('ada', { id: 'conn', ttlMs: 9_000 });
    leases.renew('bob', { id: 'conn', ttlMs: 9_000 });
    leases.drop('ada');
    expect([leases.state('ada'), leases.state('bob')]).toEqual(['offline', 'online']);
    expect(leases.touch('ada', { id: 'conn', ttlMs: 9_000 })).toBe(false);
  });

  it('[E1] what does not speak of idleness leaves it as it is', () => {
    leases.renew('ada', { id: 'poll:a', ttlMs: 1_000 });
    leases.setIdle('ada', 'a', true);
    leases.touch('ada', { id: 'poll:a', ttlMs: 1_000 });
    leases.renew('ada', { id: 'poll:a', ttlMs: 1_000 });
    expect(leases.state('ada')).toBe('idle');
    leases.setIdle('ada', 'a', false);
    expect(leases.state('ada')).toBe('online');
  });

  it('[E1][ux G3] a new connection does not end idleness, and what is done on it does', () => {
    leases.renew('ada', { id: 'a', ttlMs: 1_000 });
    leases.setIdle('ada', 'a', true);
    leases.renew('ada', { id: 'b', ttlMs: 9_000 });
    later(5_000);
    expect(leases.state('ada')).toBe('idle');
    leases.setIdle('ada', 'b', false);
    expect(leases.state('ada')).toBe('online');
    expect(changed).not.toContain('ada offline');
  });

  it('[E1][ux G3] who is idle on one connection is shown so when the other has ended', () => {
    leases.renew('ada', { id: 'a', ttlMs: 1_000 });
    leases.renew('ada', { id: 'b', ttlMs: 9_000 });
    leases.setIdle('ada', 'b', true);
    expect(changed.at(-1)).toBe('ada online');
    later(2_000);
    expect(changed.at(-1)).toBe('ada idle');
  });

  it('[E1] idleness is said of one connection, and does not lengthen its lease', () => {
    leases.renew('ada', { id: 'a', ttlMs: 1_000 });
    leases.renew('ada', { id: 'b', ttlMs: 1_000 });
    leases.setIdle('ada', 'b', true);
    leases.setIdle('ada', 'unknown', true);
    expect(leases.state('ada')).toBe('online');
    later(2_000);
    expect(leases.state('ada')).toBe('offline');
  });
});
