import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { OutboxEntry } from '@fourways/chat-client';
import type { Entry } from './entry';
import type { RowActs } from './row-acts';
import { useEditLast } from './use-edit-last';

const ada = { id: 'ada', name: 'Ada' };
const said = (clientMsgId: string, change: object = {}) => ({ id: `id of ${clientMsgId}`, clientMsgId, author: ada, ...change }) as Entry;
const echo = (clientMsgId: string, state: OutboxEntry['state']) => ({ clientMsgId, author: ada, echo: { clientMsgId, state } }) as Entry;

function pressed(entries: readonly Entry[]) {
  const acts = { edit: jest.fn(), withdraw: jest.fn() } satisfies Partial<RowActs>;
  const field = { current: document.createElement('textarea') };
  const place = { userId: ada.id, field, acts: acts as unknown as RowActs };
  const { result, rerender } = renderHook((now) => useEditLast({ ...place, entries: now }), { initialProps: entries });
  act(() => result.current());
  return { acts, field, become: (...now: Entry[]) => rerender(now) };
}

describe('[ux D4] ↑', () => {
  afterEach(cleanup);

  it('edits the last own message that is still there', () => {
    const { acts } = pressed([said('first'), said('second'), said('gone', { removed: true }), said('of Bob', { author: { id: 'bob', name: 'Bob' } })]);
    expect(acts.edit.mock.calls).toEqual([['id of second']]);
  });

  it('does nothing for who has not said anything', () => {
    const { acts } = pressed([said('of Bob', { author: { id: 'bob', name: 'Bob' } })]);
    expect(acts.edit).not.toHaveBeenCalled();
  });

  it.each(['queued', 'failed'] as const)('takes back what is %s, to write it anew', (state) => {
    const { acts } = pressed([said('first'), echo('second', state)]);
    expect(acts.withdraw.mock.calls).toEqual([['second', true]]);
    expect(acts.edit).not.toHaveBeenCalled();
  });

  it.each(['sending', 'not-confirmed', 'sent'] as const)('edits what is %s once it has arrived, and not the one before it', (state) => {
    const { acts, become } = pressed([said('first'), echo('second', state)]);
    become(said('first'), echo('second', 'sent'));
    expect(acts.edit).not.toHaveBeenCalled();
    become(said('first'), said('second'));
    become(said('first'), said('second'), said('third'));
    expect(acts.edit.mock.calls).toEqual([['id of second']]);
  });

  it('does not take the keyboard from who writes on meanwhile', () => {
    const { acts, field, become } = pressed([echo('second', 'sending')]);
    field.current.value = 'and';
    become(said('second'));
    field.current.value = '';
    become(said('second'), said('third'));
    expect(acts.edit).not.toHaveBeenCalled();
  });

  it('waits no longer for what has failed', () => {
    const { acts, become } = pressed([echo('second', 'sending')]);
    become(echo('second', 'failed'));
    become(said('second'));
    expect(acts.edit).not.toHaveBeenCalled();
    expect(acts.withdraw).not.toHaveBeenCalled();
  });
});
