import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MODES } from '@fourways/chat-core';
import { Scene, UNHARMED } from './scene.js';

const CUTS = Math.ceil(Number(process.env['CUTS'] || 1_000) / MODES.length);

jest.setTimeout(60_000 + 400 * CUTS);

describe.each(MODES)('[A5] coming back at once after an abrupt cut, by %s', (mode) => {
  let scene: Scene;

  afterEach(() => scene.close());

  it(`[A5] [G2] [G4] loses and doubles nothing under traffic, ${CUTS} times in a row`, async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    const hush = scene.talk();
    for (let i = 0; i < CUTS; i++) {
      scene.proxy.cut();
      scene.reader.close();
      await scene.reader.start();
    }
    await hush();
    await scene.heard();
    expect(scene.hears).toEqual(scene.said);
    expect(scene.harm).toEqual(UNHARMED);
    expect(await scene.reader.audit()).toMatchObject({ outcome: 'match', mine: { count: scene.said.length } });
  });
});
