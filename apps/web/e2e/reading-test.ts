import { Person } from './person';
import { Reader } from './reader';
import { test as base } from './test';

interface Reading {
  readonly ann: Person;
  readonly reader: Reader;
}

/** A test with Ann, who is in the lobby and reads there; the page is hers. It says a lot first, so it has more time. */
export const test = base.extend<Reading>({
  ann: async ({ browser }, use) => {
    base.slow();
    const ann = await Person.arrive(browser, 'Ann');
    await use(ann);
    await ann.leave();
  },
  page: ({ ann }, use) => use(ann.page),
  reader: ({ ann }, use) => use(new Reader(ann)),
});
