import type { User } from '@fourways/chat-core';
import { cn } from './cn';

interface AvatarProps {
  user: User;
  className?: string;
}

/** Initials on a colour of the person's own: two guests of one name still look different. */
export function Avatar({ user, className }: AvatarProps) {
  const hue = hueOf(user.id);
  return (
    <span
      aria-hidden
      style={{ '--hue': hue }}
      className={cn(
        'grid size-9 shrink-0 place-items-center rounded-[0.7rem] bg-[oklch(0.88_0.075_var(--hue))] text-sm font-semibold text-[oklch(0.35_0.09_var(--hue))] dark:bg-[oklch(0.36_0.06_var(--hue))] dark:text-[oklch(0.9_0.06_var(--hue))]',
        className,
      )}
    >
      {initialsOf(user.name)}
    </span>
  );
}

/** The end of an id is random, its beginning is the time. */
export function hueOf(id: string): number {
  const golden = 137.508;
  return Math.round((Number.parseInt(id.slice(-6), 16) * golden) % 360) || 0;
}

export function initialsOf(name: string): string {
  const words = name.split(' ').filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
