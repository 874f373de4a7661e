import { randomUUID } from 'node:crypto';
import { Guest } from './guest.mjs';

const NAMES = ['Conformance Ada', 'Conformance Bob', 'Conformance Eve'];

/** Three guests in private rooms, where nobody else disturbs them: Ada and Bob share `room`, Eve is alone in `eves`. */
export class World {
  static async open(url) {
    const [ada, bob, eve] = await Promise.all(NAMES.map((name) => Guest.signIn(url, name)));
    for (const guest of [ada, bob, eve]) await guest.leaveAll();
    const room = await ada.createRoom(`Conformance ${randomUUID()}`);
    await ada.add(room, bob);
    return new World({ ada, bob, eve, room, eves: await eve.createRoom(`Conformance ${randomUUID()}`) });
  }

  constructor(members) {
    Object.assign(this, members);
  }

  /** The same world, whose requests and connections end with the signal. */
  within(signal) {
    const [ada, bob, eve] = [this.ada, this.bob, this.eve].map((guest) => guest.within(signal));
    return new World({ ...this, ada, bob, eve });
  }

  async close() {
    for (const guest of [this.ada, this.bob, this.eve]) {
      await guest.leaveAll();
      await guest.signOut();
    }
  }
}
