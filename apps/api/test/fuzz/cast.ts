import { PATHS } from '@fourways/chat-core';
import { v7 } from 'uuid';
import { LOBBY } from '../../src/session/lobby.js';
import { Guest } from '../guest.js';

/** Stand in an input for what only the running server knows, so that an input can be printed and played again. */
export const STANDS = { cookie: '@cookie@', cursor: '@cursor@', room: '@room@', message: '@message@', user: '@user@', fresh: '@fresh@' } as const;

const PER_CAST = 25;

/** Whoever the inputs speak for: somebody with a session, a room and a message. */
export class Cast {
  private used = 0;

  private constructor(
    private guest: Guest,
    private words: Readonly<Record<string, string>>,
  ) {}

  static async meet(url: string): Promise<Cast> {
    const guest = await Guest.signIn(url, 'Mallory');
    return new Cast(guest, await wordsOf(guest));
  }

  /** Once in a while somebody new, since sessions are ended by some inputs. */
  async renew(): Promise<void> {
    if (++this.used % PER_CAST !== 0 && (await this.guest.get(PATHS.me)).status === 200) return;
    this.guest = await Guest.signIn(this.guest.url, 'Mallory');
    this.words = await wordsOf(this.guest);
  }

  /** The text with everything in place. */
  play(text: string): string {
    return text.replace(/@(\w+)@/g, (stand) => (stand === STANDS.fresh ? v7() : (this.words[stand] ?? stand)));
  }
}

async function wordsOf(guest: Guest): Promise<Record<string, string>> {
  const said = await guest.saying('hello');
  const { cursor } = await guest.snapshot();
  return { [STANDS.cookie]: guest.cookie, [STANDS.cursor]: cursor, [STANDS.room]: LOBBY.id, [STANDS.message]: said.data.messageId, [STANDS.user]: guest.user.id };
}
