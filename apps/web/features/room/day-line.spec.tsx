import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import ru from '@/messages/ru.json' with { type: 'json' };
import { DayLine } from './day-line';

const beforeMidnight = new Date('2026-11-22T20:59:30Z');

beforeEach(() => void jest.useFakeTimers({ now: beforeMidnight }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('the line above a day', () => {
  it('[ux E2] goes from today to yesterday at the midnight of its reader, by itself', () => {
    render(
      <NextIntlClientProvider locale="ru" messages={ru} timeZone="Europe/Moscow">
        <DayLine ts={beforeMidnight.getTime()} day="2026-11-22" />
      </NextIntlClientProvider>,
    );
    expect(screen.getByRole('heading').textContent).toBe('Сегодня');
    act(() => void jest.advanceTimersByTime(61_000));
    expect(screen.getByRole('heading').textContent).toBe('Вчера');
  });
});
