'use client';
import { Square, SquareCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The box of a task: a mark, nothing to click on, since the text is its author's. */
export function TaskMark({ done }: { done: boolean }) {
  const t = useTranslations('markdown');
  const Icon = done ? SquareCheck : Square;
  return (
    <span role="img" aria-label={t(done ? 'done' : 'toDo')} className="mr-1 inline-block align-[-0.125em]">
      <Icon className="size-4" aria-hidden />
    </span>
  );
}
