import { expect } from '@playwright/test';
import { audited } from './audited';
import { Person } from './person';
import { test } from './test';

for (const mode of ['poll', 'websocket'] as const) {
  test.describe(`by ${mode}`, () => {
    let ann: Person;
    let bob: Person;

    test.beforeEach(async ({ browser }) => {
      ann = await Person.arrive(browser, 'Ann', mode);
      bob = await Person.arrive(browser, 'Bob', mode);
    });

    test.afterEach(async () => {
      await ann.leave();
      await bob.leave();
    });

    const row = ({ page }: Person, text: string) => page.locator('article', { hasText: text });

    test('[O1] a reaction is there for both, once a person, and goes when it is taken back', async () => {
      await ann.say(`who likes ${mode}?`);
      const his = row(bob, `who likes ${mode}?`);
      await his.hover();
      await his.getByRole('button', { name: 'Add a reaction' }).click();
      await bob.page.getByRole('searchbox').fill('thumbs up');
      await bob.page.getByRole('gridcell', { name: 'Thumbs up' }).first().click();
      const hers = row(ann, `who likes ${mode}?`).getByRole('button', { name: /👍, 1 person: Bob/ });
      await expect(hers).toHaveAttribute('aria-pressed', 'false');
      await hers.click();
      await expect(his.getByRole('button', { name: /👍, 2 people: Bob and Ann/ })).toHaveAttribute('aria-pressed', 'true');
      await his.getByRole('button', { name: /👍/ }).click();
      await expect(row(ann, `who likes ${mode}?`).getByRole('button', { name: /👍, 1 person: Ann/ })).toHaveAttribute('aria-pressed', 'true');
      await audited(ann, bob);
    });

    test('[O2] an answer names what it answers, and leads there; what is removed is not shown any more', async () => {
      await ann.say(`a question by ${mode}`);
      const question = row(bob, `a question by ${mode}`);
      await question.hover();
      await question.getByRole('button', { name: 'Reply' }).click();
      await expect(bob.page.getByTestId('answering')).toContainText(`a question by ${mode}`);
      await bob.say(`an answer by ${mode}`);
      const answer = row(ann, `an answer by ${mode}`);
      await answer.getByRole('button', { name: `Answers Ann a question by ${mode}` }).click();
      await expect(ann.page.locator('[data-flashing]')).toContainText(`a question by ${mode}`);
      const mine = row(ann, `a question by ${mode}`).first();
      await mine.hover();
      await mine.getByRole('button', { name: 'More' }).click();
      await ann.page.getByRole('menuitem', { name: 'Remove message' }).click();
      await expect(row(bob, `an answer by ${mode}`)).toContainText('This message was removed');
      await expect(bob.page.getByText(`a question by ${mode}`)).toHaveCount(0);
    });

    test('[J4][ux D7] whoever is picked after an @ is called by it, and sees so', async ({ browser }) => {
      const zoe = await Person.arrive(browser, `Zoe by ${mode}`, mode);
      await ann.composer.pressSequentially('hello @zoe');
      await ann.page.getByRole('option', { name: `Zoe by ${mode}` }).first().click();
      await expect(ann.composer).toHaveValue(`hello @Zoe by ${mode} `);
      await ann.composer.press('Enter');
      await expect(row(zoe, `hello @Zoe by ${mode}`).locator('[data-mention]').last()).toHaveText(`@Zoe by ${mode}`);
      await zoe.leave();
      await ann.say('and @room, all of you');
      await expect(row(bob, 'and @room, all of you').locator('[data-mention]').last()).toHaveText('@room');
    });

    test('[J1][J2][ux C1][ux C2][ux C6] what comes while one looks away is new when one comes back, and read when one has looked at it; marked as unread it stays so', async () => {
      await ann.say(`seen by ${mode}`);
      await expect(row(bob, `seen by ${mode}`).first()).toBeVisible();
      await expect.poll(() => unread(bob)).toBe(0);
      await bob.page.evaluate(() => {
        Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
        window.dispatchEvent(new Event('blur'));
      });
      await ann.say(`not yet looked at by ${mode}`);
      await expect(row(bob, `not yet looked at by ${mode}`)).toBeVisible();
      await expect(bob.page.getByTestId('divider')).toBeVisible();
      await bob.page.waitForTimeout(1_500);
      expect(await unread(bob)).toBe(1);
      await bob.page.evaluate(() => {
        Object.defineProperty(document, 'hasFocus', { value: () => true, configurable: true });
        window.dispatchEvent(new Event('focus'));
      });
      await expect.poll(() => unread(bob)).toBe(0);
      await expect(bob.page.getByTestId('divider')).toBeVisible();
      const line = row(bob, `not yet looked at by ${mode}`);
      await line.hover();
      await line.getByRole('button', { name: 'More' }).click();
      await bob.page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
      await expect.poll(() => unread(bob)).toBe(1);

      await ann.say(`one more by ${mode}`);
      await expect(row(bob, `one more by ${mode}`)).toBeVisible();
      await bob.page.evaluate(() => {
        document.getElementById('messages')!.dispatchEvent(new Event('scroll'));
        window.dispatchEvent(new Event('focus'));
      });
      await bob.page.waitForTimeout(1_500);
      expect(await unread(bob)).toBe(2);
      await bob.page.keyboard.press('Shift+Escape');
      await expect.poll(() => unread(bob)).toBe(0);
      await ann.say(`and the last by ${mode}`);
      await expect(row(bob, `and the last by ${mode}`)).toBeVisible();
      await bob.page.waitForTimeout(1_000);
      await expect.poll(() => unread(bob)).toBe(0);
    });
  });
}

/** As the server counts it. */
function unread({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    const { rooms } = (await (await fetch('/api/snapshot')).json()) as { rooms: { room: { name: string }; lastNumber: number; read: { number: number; ownAfter: number } }[] };
    const { lastNumber, read } = rooms.find(({ room }) => room.name === 'lobby')!;
    return lastNumber - read.number - read.ownAfter;
  });
}

test('[ux B7][H2] the address of a message opens around it, far back as well, and flashes it; Back leads to where one was', async ({ browser }) => {
  test.slow();
  const ann = await Person.arrive(browser, 'Ann');
  await ann.say('the place to find');
  const place = ann.page.locator('article[data-message-id]', { hasText: 'the place to find' }).last();
  await expect(place).toBeVisible();
  const id = await place.getAttribute('data-message-id');
  await ann.page.evaluate(async () => {
    const [, , , room] = location.pathname.split('/');
    for (let n = 0; n < 400; n++) {
      await fetch(`/api/rooms/${room}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientMsgId: crypto.randomUUID(), body: `filling ${n}` }) });
    }
  });
  await ann.page.reload();
  await ann.inSync();
  await expect(ann.page.getByText('filling 399')).toBeVisible();
  await ann.follow(id);
  await expect(ann.page.locator('[data-flashing]')).toContainText('the place to find');
  await expect(place).toBeInViewport();
  await expect(ann.page.getByText('filling 399')).toHaveCount(0);
  await ann.page.goBack();
  await expect(ann.page.getByText('filling 399')).toBeInViewport();
  await ann.page.goto(`${ann.page.url()}?at=${id}`);
  await expect(place).toBeInViewport();
  await expect(ann.page.locator('[data-flashing]')).toContainText('the place to find');
  await ann.leave();
});

test('[ux A9] a message that was removed comes back by Undo, and stays for all', async ({ browser }) => {
  const [ann, bob] = [await Person.arrive(browser, 'Ann'), await Person.arrive(browser, 'Bob', 'sse')];
  await ann.say('said and taken back');
  const row = ann.page.locator('article[data-message-id]', { hasText: 'said and taken back' });
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Remove message' }).click();
  await expect(row).toHaveCount(0);
  await ann.page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await expect(ann.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await ann.page.waitForTimeout(6_000);
  await ann.page.reload();
  await expect(row).toBeVisible();
  await expect(bob.page.locator('article', { hasText: 'said and taken back' })).toBeVisible();
  await expect(bob.page.getByText('This message was removed')).toHaveCount(0);
  await ann.leave();
  await bob.leave();
});
