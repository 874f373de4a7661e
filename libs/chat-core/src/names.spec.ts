import { describe, expect, it } from '@jest/globals';
import { PostMessage } from './command.js';
import { LIMITS } from './limits.js';
import { RoomName } from './room.js';
import { testId } from './testing/index.js';
import { UserName } from './user.js';

describe.each([
  ['the name of a person', UserName, LIMITS.nameChars],
  ['the name of a room', RoomName, LIMITS.roomNameChars],
])('%s', (_, Name, most) => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ada\u00a0\t\nLovelace', 'Ada Lovelace'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['\ufeffAda', 'Ada'],
    ['أحمد', 'أحمد'],
    ['👩‍🚀', '👩‍🚀'],
    ["<script>alert('x')</script>", "<script>alert('x')</script>"],
  ])('%j becomes %j', (typed, kept) => {
    expect(Name.parse(typed)).toBe(kept);
  });

  it.each(['', '   ', '\u3000', '\n', 'a\u0000b', 'a\u0007b', '\ud800', '\u202eadmin', 'a\u200b', '\u2060', '\u3164', '\u00ad'])('[X1] refuses %j', (typed) => {
    expect(Name.safeParse(typed).success).toBe(false);
  });

  it(`takes ${most} characters and no more`, () => {
    expect(Name.safeParse('x'.repeat(most)).success).toBe(true);
    expect(Name.safeParse(`  ${'x'.repeat(most)}  `).success).toBe(true);
    expect(Name.safeParse('x'.repeat(most + 1)).error?.issues[0]?.message).toBe(`must have at most ${most} characters`);
  });

  it.each([null, undefined, 5, {}, ['Ada']])('[X1] refuses %j', (typed) => {
    expect(Name.safeParse(typed).success).toBe(false);
  });
});

describe('the body of a message', () => {
  const post = (body: string) => PostMessage.safeParse({ clientMsgId: testId(), body });

  it.each(['hello', ' kept as typed \n', 'emoji 👍🏽', '\u202eright to left', '`code`\t*bold*'])('keeps %j as it is', (body) => {
    expect(post(body).data?.body).toBe(body);
  });

  it.each(['', ' \n\t', 'NUL \u0000', 'half a pair \ud83d', 'x'.repeat(LIMITS.bodyChars + 1)])('[X1] refuses %j', (body) => {
    expect(post(body).success).toBe(false);
  });
});
