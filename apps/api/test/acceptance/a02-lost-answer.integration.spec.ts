import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MODES } from '@fourways/chat-core';
import { Database } from '../../src/database/database.js';
import { bodiesOf, LOBBY_ID } from '../people.js';
import { loseAnswerWith } from '../proxy/faults.js';
import { until } from '../until.js';
import { Scene, UNHARMED } from './scene.js';

jest.setTimeout(30_000);

const ANSWERS = 6;

describe.each(MODES)('[A2] an answer that is lost after the server has written it, by %s', (mode) => {
  let scene: Scene;

  afterEach(() => scene.close());

  it('[A2] [S3] [G2] is given again: nothing is lost or doubled', async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    for (let i = 0; i < ANSWERS; i++) {
      scene.proxy.set(loseAnswerWith(`message ${i}`));
      await scene.say(`message ${i}`);
      await scene.heard();
    }
    expect(scene.hears).toEqual(scene.said);
    expect(scene.harm).toEqual(UNHARMED);
    expect(scene.reader.getSnapshot().meters[mode].reconnects).toBe(ANSWERS);
    expect(await scene.reader.audit()).toMatchObject({ outcome: 'match', mine: { count: ANSWERS } });
  });

  it('[A2] [W3] [W5] of the reader’s own message leaves one message', async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    scene.proxy.set(loseAnswerWith('mine'));
    const { clientMsgId } = scene.reader.post(LOBBY_ID, 'mine');
    scene.reader.post(LOBBY_ID, 'and the next');
    await until(scene.reader, ({ outbox }) => outbox.length === 0, 'both stored and shown');
    expect(bodiesOf(scene.reader)).toEqual(['mine', 'and the next']);
    expect(await scene.server.app.get(Database).reader.message.count({ where: { clientMsgId } })).toBe(1);
    expect(await scene.reader.audit()).toMatchObject({ outcome: 'match', mine: { count: 2 } });
  });
});
