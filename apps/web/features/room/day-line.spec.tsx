import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import ru from '@/messages/ru.json' with { type: 'json' };
import { DayLine } from './day-line';

const beforeMidnight = new Date('2026-11-22T20:59:30Z');
const DAY_MS = 24 * 60 * 60_000;

beforeEach(() => void jest.useFakeTimers({ now: beforeMidnight }));
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

interface Line {
  day?: string;
  zone?: string;
  /** When the server drew the page. */
  drawn?: number;
}

const line = ({ day = '2026-11-22', zone = 'Europe/Moscow', drawn = beforeMidnight.getTime() }: Line = {}) => (
  <NextIntlClientProvider locale="ru" messages={ru} timeZone={zone} now={new Date(drawn)}>
    <DayLine ts={Date.parse(`${day}T12:00:00Z`)} day={day} />
  </NextIntlClientProvider>
);
const heading = () => screen.getByRole('heading').textContent;

describe('the line above a day', () => {
  it('[ux E2] goes from today to yesterday at the midnight of its reader, by itself', () => {
    render(line());
    expect(heading()).toBe('Сегодня');
    act(() => void jest.advanceTimersByTime(29_000));
    expect(heading()).toBe('Сегодня');
    act(() => void jest.advanceTimersByTime(1_000));
    expect(heading()).toBe('Вчера');
  });

  it('[ux E2] begins with the time it is now, in a page that has been open for days', () => {
    render(line({ drawn: beforeMidnight.getTime() - 2 * DAY_MS }));
    expect(heading()).toBe('Сегодня');
  });

  it('[ux E2] takes over what the server has drawn as it stands, and then what time it is', () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => {});
    const drawn = beforeMidnight.getTime() - DAY_MS;
    jest.setSystemTime(drawn);
    const { innerHTML } = render(line({ day: '2026-11-21', drawn })).container;
    cleanup();
    jest.setSystemTime(beforeMidnight);
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = innerHTML;
    expect(heading()).toBe('Сегодня');
    render(line({ day: '2026-11-21', drawn }), { container, hydrate: true });
    expect(heading()).toBe('Вчера');
    expect(complaint).not.toHaveBeenCalled();
  });

  it('[ux E2] knows yesterday by the calendar, also when the clocks have been put back', () => {
    jest.setSystemTime(new Date('2026-10-25T22:30:00Z'));
    render(line({ day: '2026-10-24', zone: 'Europe/Berlin' }));
    expect(heading()).toBe('Вчера');
  });
});
