import { Seeded } from '../seeded.js';
import type { TestServer } from '../server.js';
import { Person } from './person.js';

const NAMES = ['Ada', 'Bob', 'Cyd'];

/** The people of a schedule and their rooms, as they are before any client is open. */
export class Cast {
  private constructor(
    readonly seed: number,
    readonly random: Seeded,
    readonly people: readonly Person[],
    /** One of each, public; some of the others are in it. */
    readonly rooms: readonly string[],
  ) {}

  static async gather(server: TestServer, seed: number): Promise<Cast> {
    const random = new Seeded(seed);
    const people = await Promise.all(NAMES.map((name) => Person.signIn(server, name)));
    const rooms = await Promise.all(people.map((owner) => owner.createRoom(`${owner.user.name} ${seed}`)));
    const visits = people.flatMap((person, mine) => rooms.filter((_, room) => room !== mine && random.chance(0.6)).map((room) => ({ person, room })));
    await Promise.all(visits.map(({ person, room }) => person.join(room)));
    for (const { person, room } of [...people.map((owner, i) => ({ person: owner, room: rooms[i]! })), ...visits]) await talk(person, room);
    return new Cast(seed, random, people, rooms);
  }
}

/** Something to edit, to react to and to read: a schedule is over before much has been said in it. */
async function talk(person: Person, room: string): Promise<void> {
  for (const word of ['first', 'second']) await person.say(room, `${word} of ${person.user.name}`);
}
