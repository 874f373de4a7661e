import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hydrateRoot, type Root } from 'react-dom/client';
import { useDraft } from './drafts';
import { useFromServer } from '@/components/use-from-server';
import { usePreferences } from '@/features/preferences/use-preferences';
import { usePending } from '@/features/undo/use-pending';

const hooks: Record<string, () => unknown> = { useFromServer, usePending, usePreferences, useDraft: () => useDraft('nobody') };

describe('a page that wakes up, and finds nothing stored', () => {
  let box: HTMLElement;
  let root: Root;
  beforeEach(() => {
    localStorage.clear();
    box = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    act(() => root.unmount());
    box.remove();
  });

  it.each(Object.keys(hooks))('is rendered once: %s', async (name) => {
    let rendered = 0;
    function Part() {
      rendered++;
      hooks[name]!();
      return <p />;
    }
    box.innerHTML = '<p></p>';
    await act(() => void (root = hydrateRoot(box, <Part />)));
    expect(rendered).toBe(1);
  });

  it('knows what came from the server, also later, and what did not', async () => {
    const seen: string[] = [];
    function Part({ name }: { name: string }) {
      seen.push(`${name}: ${String(useFromServer())}`);
      return <p />;
    }
    const parts = (...names: string[]) => names.map((name, n) => <Part key={n} name={name} />);
    box.innerHTML = '<p></p>';
    await act(() => void (root = hydrateRoot(box, parts('first'))));
    await act(() => root.render(parts('first, again', 'second')));
    expect(seen).toEqual(['first: true', 'first, again: true', 'second: false']);
  });
});
