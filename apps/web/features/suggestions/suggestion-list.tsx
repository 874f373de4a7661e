'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { Suggestion } from './suggestion-source';

interface SuggestionListProps {
  id: string;
  options: readonly Suggestion[];
  active: number;
  pick: (option: Suggestion) => void;
}

const TALLEST_PX = 320;

/** Stands above the field, or below it where there is more room, over what is there; never takes the focus. Its parent is positioned. */
export function SuggestionList({ id, options, active, pick }: SuggestionListProps) {
  const t = useTranslations('suggestions');
  const current = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [below, setBelow] = useState(false);
  const shown = options.length > 0;
  useLayoutEffect(() => {
    if (shown) setBelow(hasMoreRoomBelow(list.current!.parentElement!));
  }, [shown]);
  useEffect(() => void current.current?.scrollIntoView({ block: 'nearest' }), [active, options]);
  return (
    <>
      {shown && (
        <ul
          ref={list}
          id={id}
          role="listbox"
          aria-label={t('label')}
          className={cn(
            'absolute inset-x-0 z-20 max-h-80 overflow-y-auto rounded-xl border bg-raised p-1.5 shadow-float sm:right-auto sm:w-80',
            below ? 'top-full mt-2' : 'bottom-full mb-2',
          )}
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
        {shown && t('count', { count: options.length })}
      </p>
    </>
  );
}

/** What scrolls with the messages is cut off where they are. */
function hasMoreRoomBelow(field: HTMLElement): boolean {
  const room = (field.closest('[role="log"]') ?? document.documentElement).getBoundingClientRect();
  const { top, bottom } = field.getBoundingClientRect();
  return top - room.top < TALLEST_PX && room.bottom - bottom > top - room.top;
}
