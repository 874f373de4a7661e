import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useRef, useState } from 'react';
import en from '@/messages/en.json' with { type: 'json' };
import { SuggestionList } from './suggestion-list';
import type { SuggestionSource } from './suggestion-source';
import { useSuggestions } from './use-suggestions';

afterEach(cleanup);
/** As in newer browsers, which answer with a promise. */
Element.prototype.scrollIntoView = () => Promise.resolve() as unknown as undefined;

const fruit = ['apple', 'apricot', 'cherry'];
/** What is found after `#` is answered when a test says so. */
let answers: (() => void)[] = [];
const sources: SuggestionSource[] = [
  {
    trigger: '@',
    minChars: 1,
    find: (query) => fruit.filter((name) => name.startsWith(query)).map((name) => ({ id: name, insert: `@${name} `, label: name })),
  },
  {
    trigger: '#',
    minChars: 0,
    find: (query) => new Promise((resolve) => answers.push(() => resolve(fruit.filter((name) => name.startsWith(query)).map((name) => ({ id: name, insert: `#${name} `, label: name }))))),
  },
];

function Field() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const suggestions = useSuggestions(field, sources);
  return (
    <>
      <SuggestionList {...suggestions.list} />
      <textarea
        ref={field}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          void suggestions.look();
        }}
        onKeyDown={suggestions.onKeyDown}
        {...suggestions.fieldProps}
      />
    </>
  );
}

function draw(): HTMLTextAreaElement {
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Field />
    </NextIntlClientProvider>,
  );
  return screen.getByRole<HTMLTextAreaElement>('textbox');
}

async function typing(text: string): Promise<HTMLTextAreaElement> {
  const field = draw();
  fireEvent.change(field, { target: { value: text } });
  await screen.findByRole('listbox');
  return field;
}

const chosen = () => screen.getByRole('option', { selected: true }).textContent;

describe('suggestions while typing', () => {
  it('[ux D7] tell the field which one is chosen, and move with ↑ and ↓', async () => {
    const field = await typing('I like @ap');
    expect(chosen()).toBe('apple');
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    expect(screen.getByRole('status').textContent).toContain('2 suggestions');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(chosen()).toBe('apricot');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(chosen()).toBe('apple');
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(chosen()).toBe('apricot');
  });

  it.each(['Enter', 'Tab'])('[ux D7] %s takes the chosen one in the place of what was typed', async (key) => {
    const field = await typing('I like @ap');
    expect(fireEvent.keyDown(field, { key })).toBe(false);
    expect(field.value).toBe('I like @apple ');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('takes the one that is clicked', async () => {
    const field = await typing('@ap');
    fireEvent.click(screen.getByRole('option', { name: 'apricot' }));
    expect(field.value).toBe('@apricot ');
  });

  it('[ux D7] Esc closes them, for this word', async () => {
    const field = await typing('@ap');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
    fireEvent.change(field, { target: { value: '@app' } });
    await Promise.resolve();
    expect(screen.queryByRole('listbox')).toBeNull();
    fireEvent.change(field, { target: { value: '@app @ch' } });
    expect(await screen.findByRole('option', { name: 'cherry' })).toBeTruthy();
  });

  it('leave Shift+Enter and Ctrl+Enter to the field', async () => {
    const field = await typing('@ap');
    expect(fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })).toBe(true);
    expect(fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })).toBe(true);
    expect(field.value).toBe('@ap');
  });
});

describe('suggestions that come later than the keys', () => {
  const answered = () => act(async () => answers.splice(0).forEach((answer) => answer()));
  const type = (field: HTMLTextAreaElement, text: string) => act(async () => fireEvent.change(field, { target: { value: text } }));

  /** All fruit is offered, and meanwhile more has been typed. */
  async function behind(text: string): Promise<HTMLTextAreaElement> {
    answers = [];
    const field = draw();
    await type(field, '#');
    await answered();
    expect(chosen()).toBe('apple');
    await type(field, text);
    return field;
  }

  it.each(['Enter', 'Tab'])('[ux D7] %s waits for those that are for what is typed, and takes the first of them', async (key) => {
    const field = await behind('#ch');
    expect(fireEvent.keyDown(field, { key })).toBe(false);
    expect(field.value).toBe('#ch');
    await answered();
    expect(field.value).toBe('#cherry ');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('[ux D7] what is pressed while one waits is not the field\'s, for a second; Esc ends it', async () => {
    const field = await behind('#ch');
    const now = jest.spyOn(performance, 'now').mockReturnValue(10_000);
    fireEvent.keyDown(field, { key: 'Tab' });
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
    now.mockReturnValue(11_000);
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
    now.mockReturnValue(10_500);
    fireEvent.keyDown(field, { key: 'Escape' });
    await answered();
    expect(field.value).toBe('#ch');
    expect(screen.queryByRole('listbox')).toBeNull();
    now.mockRestore();
  });

  it('[ux D7] who goes on typing has changed her mind', async () => {
    const field = await behind('#a');
    fireEvent.keyDown(field, { key: 'Tab' });
    await type(field, '#ap');
    await answered();
    expect(field.value).toBe('#ap');
    expect(chosen()).toBe('apple');
  });

  it('[ux D7] one that is clicked, or moved to, takes the place of all that is typed', async () => {
    let field = await behind('#ch');
    fireEvent.click(screen.getByRole('option', { name: 'apricot' }));
    expect(field.value).toBe('#apricot ');
    cleanup();
    field = await behind('#ch');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Tab' });
    expect(field.value).toBe('#apricot ');
  });

  it('[ux D7] are not offered for another word', async () => {
    await behind('# #');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
