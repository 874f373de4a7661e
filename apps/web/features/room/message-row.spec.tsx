import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import type { OutboxEntry } from '@fourways/chat-client';
import { ChatError, type ErrorCode } from '@fourways/chat-core';
import { NextIntlClientProvider } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import type { Entry } from './entry';
import type { RowActs } from './row-acts';
import { MessageRow } from './message-row';

afterEach(cleanup);

const ada = { id: '01900000-0000-7000-8000-00000000ada0', name: 'Ada' };
const common = { clientMsgId: 'c1', roomId: 'r', author: ada, body: 'hello', ts: Date.UTC(2026, 10, 22, 12) };
const entry = { clientMsgId: 'c1', roomId: 'r', body: 'hello', createdTs: common.ts };
const echo = (state: OutboxEntry['state'], code?: ErrorCode): Entry => ({ ...common, echo: { ...entry, state, ...(code && { error: new ChatError(code) }) } });
const sent: Entry = { ...common, id: 'm1', roomSeq: 1, number: 1, seq: 1, updatedSeq: 1 };

function page(...entries: Entry[]) {
  return (
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {entries.map((each) => (
        <MessageRow
          key={each.clientMsgId}
          entry={each}
          grouped={false}
          me={ada.id}
          newestOwn
          seenBy={null}
          tag={null}
          editing={false}
          flashing={false}
          readOnly={false}
          acts={{} as RowActs}
        />
      ))}
    </NextIntlClientProvider>
  );
}

describe('a message on its way', () => {
  it('[ux A2] stays the same element from the echo to the log', () => {
    const { rerender } = render(page(echo('sending')));
    const row = screen.getByRole('article');
    const text = screen.getByText('hello');
    rerender(page(sent));
    expect(screen.getByRole('article')).toBe(row);
    expect(screen.getByText('hello')).toBe(text);
    expect(row.dataset).toMatchObject({ clientMsgId: 'c1', messageId: 'm1' });
  });

  it('[ux A3] says its state in words', () => {
    const { rerender } = render(page(echo('queued')));
    expect(screen.getByText('Waiting for the connection')).toBeTruthy();
    rerender(page(echo('queued', 'rate')));
    expect(screen.getByText('Waiting to be sent. Too fast: wait a moment.')).toBeTruthy();
    rerender(page(echo('sending')));
    expect(screen.getByText('Sending…')).toBeTruthy();
    rerender(page(echo('not-confirmed')));
    expect(screen.getByText('Not confirmed yet, trying again by itself')).toBeTruthy();
    rerender(page(echo('sent')));
    expect(screen.getByText('Sent')).toBeTruthy();
    rerender(page(sent));
    expect(screen.getByText('Sent')).toBeTruthy();
  });

  it('[ux E3] carries its exact time', () => {
    render(page(sent));
    expect(screen.getByText('12:00 PM').getAttribute('datetime')).toBe('2026-11-22T12:00:00.000Z');
  });
});
