'use client';
import type { Room } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useRoomLabel } from '@/features/rooms/use-room-label';

export type Scope = 'everywhere' | 'here';

interface SearchScopeProps {
  room: Room;
  value: Scope;
  onChange: (scope: Scope) => void;
}

/** In all of one's rooms, or in the one on the screen. */
export function SearchScope({ room, value, onChange }: SearchScopeProps) {
  const t = useTranslations('search');
  const label = useRoomLabel();
  const scopes = [
    { scope: 'everywhere', text: t('everywhere') },
    { scope: 'here', text: t('here', { room: label(room) }) },
  ] as const;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{t('scope')}</legend>
      {scopes.map(({ scope, text }) => (
        <label
          key={scope}
          className="relative max-w-full truncate rounded-full border px-3 py-1 text-sm text-soft has-checked:border-ink has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          {text}
          <input
            type="radio"
            name="search-scope"
            checked={value === scope}
            onChange={() => onChange(scope)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
          />
        </label>
      ))}
    </fieldset>
  );
}
