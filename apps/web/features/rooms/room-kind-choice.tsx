'use client';
import type { CreateRoom } from '@fourways/chat-core';
import { Hash, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';

const kinds = [
  { kind: 'public', Sign: Hash },
  { kind: 'private', Sign: Lock },
] as const;

export function RoomKindChoice({ value, onChange }: { value: CreateRoom['kind']; onChange: (kind: CreateRoom['kind']) => void }) {
  const t = useTranslations('rooms');
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="pb-1.5 text-sm font-medium">{t('kind')}</legend>
      {kinds.map(({ kind, Sign }) => (
        <label
          key={kind}
          className="relative flex items-start gap-2.5 rounded-xl border p-3 has-checked:border-ink has-checked:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <Sign className="mt-0.5 size-4 shrink-0 text-soft" aria-hidden />
          <span>
            <span className="block text-sm font-medium">{t(`${kind}Name`)}</span>
            <span id={`kind-${kind}`} className="block text-xs text-soft">
              {t(`${kind}Line`)}
            </span>
          </span>
          <input
            type="radio"
            name="room-kind"
            checked={value === kind}
            onChange={() => onChange(kind)}
            aria-label={t(`${kind}Name`)}
            aria-describedby={`kind-${kind}`}
            className="absolute inset-0 cursor-pointer appearance-none rounded-xl outline-none"
          />
        </label>
      ))}
    </fieldset>
  );
}
