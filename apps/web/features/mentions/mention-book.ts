import type { User } from '@fourways/chat-core';

const EVERYONE = /(?:^|[^\p{L}\p{N}_@])@room(?![\p{L}\p{N}_])/u;

/** Whom one means by a name: the person that was picked from the list, else the only one of that name. */
export class MentionBook {
  private readonly picked = new Map<string, string>();

  constructor(picked: readonly User[] = []) {
    for (const user of picked) this.pick(user);
  }

  pick({ id, name }: User): void {
    this.picked.set(name, id);
  }

  /** Whom a text calls: ids, and `room` for everyone. `known` are the persons that may be meant. */
  calledIn(text: string, known: readonly User[]): string[] {
    const people = [...this.namesIn(text, known)].flatMap((name) => this.idOf(name, known) ?? []);
    return [...new Set([...people, ...(EVERYONE.test(text) ? ['room'] : [])])];
  }

  private namesIn(text: string, known: readonly User[]): Set<string> {
    return new Set([...this.picked.keys(), ...known.map(({ name }) => name)].filter((name) => text.includes(`@${name}`)));
  }

  private idOf(name: string, known: readonly User[]): string | undefined {
    const alike = new Set(known.filter((user) => user.name === name).map(({ id }) => id));
    return this.picked.get(name) ?? (alike.size === 1 ? [...alike][0] : undefined);
  }
}
