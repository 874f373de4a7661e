import { deepEqual, equal, match } from 'node:assert/strict';
import { PATHS, User } from '@fourways/chat-core';
import { Guest } from '../guest.mjs';
import { heldModes, modes } from '../modes/modes.mjs';
import { expectProblem } from '../problem.mjs';
import { shaped } from '../shape.mjs';

async function setsCookie({ ada }) {
  const { status, headers, body } = await ada.stranger.request('POST', PATHS.session, { body: { name: 'Conformance Zoe' } });
  const [cookie = ''] = headers.getSetCookie();
  equal(status, 201);
  match(cookie, /; *HttpOnly/i);
  match(cookie, /; *SameSite=Lax/i);
  const zoe = new Guest({ ...ada, cookie: cookie.split(';', 1)[0], user: shaped(User, body, 'the guest') });
  deepEqual((await zoe.get(PATHS.me)).body, body);
  equal((await zoe.signOut()).status, 204);
  expectProblem(await zoe.get(PATHS.me), 'no_session');
}

async function endsConnection(mode, { ada }) {
  const zoe = await Guest.signIn(ada.url, 'Conformance Zoe', ada.signal);
  await mode.expectSignedOut(zoe);
}

export const sessionRules = [
  { id: 'K1', what: 'signing in makes a guest and sets an HttpOnly, SameSite=Lax cookie', check: setsCookie },
  ...heldModes.map((mode) => ({ id: 'K1', mode: mode.name, what: 'signing out ends the connection', check: (world) => endsConnection(mode, world) })),
  ...modes.map((mode) => ({
    id: 'K1',
    mode: mode.name,
    what: 'without a session the reader is refused in the form of the mode',
    check: async ({ ada }) => mode.expectNoSession(ada.stranger, (await ada.snapshot()).cursor),
  })),
];
