'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import type { Suggestion } from './suggestion-source';

interface SuggestionListProps {
  id: string;
  options: readonly Suggestion[];
  active: number;
  pick: (option: Suggestion) => void;
}

/** Stands above the field, over what is there, and never takes the focus. Its parent is positioned. */
export function SuggestionList({ id, options, active, pick }: SuggestionListProps) {
  const t = useTranslations('suggestions');
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => void current.current?.scrollIntoView({ block: 'nearest' }), [active, options]);
  return (
    <>
      {options.length > 0 && (
        <ul
          id={id}
          role="listbox"
          aria-label={t('label')}
          className="absolute inset-x-0 bottom-full z-20 mb-2 max-h-80 overflow-y-auto rounded-xl border bg-raised p-1.5 shadow-float sm:right-auto sm:w-80"
        >
          {options.map((option, at) => (
            <li
              key={option.id}
              id={`${id}-${at}`}
              ref={at === active ? current : undefined}
              role="option"
              aria-selected={at === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              className={cn('flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm', at === active ? 'bg-hover' : 'hover:bg-hover/60')}
            >
              {option.icon}
              <span className="truncate">{option.label}</span>
              {option.detail && <span className="ml-auto truncate text-xs text-soft">{option.detail}</span>}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {options.length > 0 && t('count', { count: options.length })}
      </p>
    </>
  );
}
