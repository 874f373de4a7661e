import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventLog, formatCursor, type HistoryPage, MODES } from '@fourways/chat-core';
import Sqlite from 'better-sqlite3';
import { gapTold } from '../gap-told.js';
import { messagesOf } from '../guest.js';
import { bodiesOf, LOBBY_ID, messagesOf as messagesShown } from '../people.js';
import { until } from '../until.js';
import { Scene } from './scene.js';

jest.setTimeout(30_000);

describe.each(MODES)('[A4] a database restored from a backup, by %s', (mode) => {
  let scene: Scene;

  afterEach(() => scene.close());

  const file = (name = 'fourways.db') => join(scene.server.dataDir, name);
  const range = () => scene.server.app.get(EventLog).range();

  const backUp = async () => {
    const database = new Sqlite(file(), { readonly: true });
    await database.backup(file('yesterday.db'));
    database.close();
  };

  const restore = async () => {
    await scene.server.halt();
    await Promise.all(['-wal', '-shm'].map((suffix) => rm(file(`fourways.db${suffix}`), { force: true })));
    await copyFile(file('yesterday.db'), file());
    await scene.server.resume();
  };

  const showsWhatIsThere = async () => {
    const { body } = await scene.writer.get<HistoryPage>(messagesOf(LOBBY_ID));
    expect(messagesShown(scene.reader)).toEqual(body.messages);
    expect(scene.hears).toEqual(scene.said);
    expect(scene.harm.gaps).toBe(1);
  };

  it('[A4] [L6] [C3] [G3] is another log, also when new traffic has passed the old head before the reader comes back', async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    await scene.sayMore(2);
    await backUp();
    await scene.sayMore(3);
    await scene.heard();
    const before = await range();
    scene.reader.close();
    await restore();
    scene.said.splice(2);
    for (let i = 0; i < 10; i++) await scene.say(`message of today ${i}`);
    const { epoch, head } = await range();
    expect(head).toBeGreaterThan(before.head);

    const gap = await gapTold[mode](scene.writer, formatCursor(before.epoch, before.head));
    expect(gap).toEqual({ reason: 'epoch', head: formatCursor(epoch, head) });

    await scene.reader.start();
    await scene.heard();
    await showsWhatIsThere();
  });

  it('[A4] [G3] is noticed by a reader who was there all the time: she shows what a fresh snapshot shows', async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    await scene.sayMore(2);
    await backUp();
    await scene.sayMore(3);
    await scene.heard();
    await restore();
    scene.said.splice(2);
    await scene.sayMore(1);
    await until(scene.reader, ({ status }) => status === 'in-sync' && bodiesOf(scene.reader).length === 3, 'the log of today', 15_000);
    await showsWhatIsThere();
  });

  it('[A4] [L5] [L6] a restart without a restore goes on without a gap', async () => {
    scene = await Scene.open(mode);
    await scene.reader.start();
    await scene.sayMore(2);
    const { epoch } = await range();
    await scene.server.restart();
    await scene.sayMore(1);
    await scene.heard(15_000);
    expect((await range()).epoch).toBe(epoch);
    expect(scene.harm).toEqual({ gaps: 0, lost: 0 });
  });
});
