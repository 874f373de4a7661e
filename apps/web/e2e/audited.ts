import { expect } from '@playwright/test';
import type { Person } from './person';

/** Everyone has the server check what was delivered, as a person would, who clicks again if nothing happens: nothing lost, nothing doubled. */
export async function audited(...people: Person[]): Promise<void> {
  for (const { page, pill } of people) {
    await page.bringToFront();
    await pill.click();
    await expect(async () => {
      await page.getByRole('button', { name: 'Check with the server' }).click();
      await expect(page.getByTestId('audit-result')).toHaveAttribute('data-outcome', /./, { timeout: 5_000 });
    }).toPass();
    await expect(page.getByTestId('audit-result')).toHaveAttribute('data-outcome', 'match');
    await expect(page.getByTestId('audit')).toContainText('0 lost');
    await page.keyboard.press('Escape');
  }
}
