import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MODES, PATHS } from '@fourways/chat-core';
import { blackHole } from '../proxy/faults.js';
import { Scene, UNHARMED } from './scene.js';

jest.setTimeout(30_000);

describe.each(MODES)('[A6] a connection that is cut before any event has come, by %s', (mode) => {
  let scene: Scene;
  let snapshots: number;

  beforeEach(async () => {
    snapshots = 0;
    const counting: typeof fetch = (url, init) => {
      if (String(url).endsWith(PATHS.snapshot)) snapshots++;
      return fetch(url, init);
    };
    scene = await Scene.open(mode, { options: { fetch: counting } });
  });

  afterEach(() => scene.close());

  const goesOn = async () => {
    await scene.heard();
    expect(scene.hears).toEqual(scene.said);
    expect(scene.harm).toEqual(UNHARMED);
    expect(snapshots).toBe(0);
  };

  it('[A6] [B1] [G3] when not even an answer had come, goes on from the snapshot that it began with', async () => {
    scene.proxy.set(blackHole('toClient'));
    const started = scene.reader.start();
    while (scene.proxy.open === 0) await sleep(5);
    await scene.sayMore(3);
    scene.proxy.cut();
    scene.proxy.set(null);
    await started;
    await goesOn();
  });

  it('[A6] [G3] when it was in sync and nothing had been said yet, goes on from there', async () => {
    await scene.reader.start();
    scene.proxy.refuse(true);
    await scene.sayMore(3);
    scene.proxy.refuse(false);
    await goesOn();
  });
});
