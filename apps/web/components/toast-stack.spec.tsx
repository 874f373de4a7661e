import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import ru from '@/messages/ru.json' with { type: 'json' };
import { ToastStack } from './toast-stack';

afterEach(cleanup);

it('[ux J1] is called in the language of the page what it is', () => {
  render(
    <NextIntlClientProvider locale="ru" messages={ru} timeZone="UTC">
      <ToastStack />
    </NextIntlClientProvider>,
  );
  expect(screen.getByRole('region').getAttribute('aria-label')).toMatch(/^Сообщения приложения/);
});
