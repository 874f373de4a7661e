import type { User } from '@fourways/chat-core';
import { cn } from './cn';

const sizes = {
  large: 'size-9 rounded-[0.7rem] text-sm',
  medium: 'size-8 rounded-[0.7rem] text-xs',
  small: 'size-6 rounded-[0.7rem] text-[0.625rem]',
  tiny: 'size-5 rounded-md text-[0.6rem]',
  half: 'size-3.5 rounded-sm text-[0.45rem]',
};

export type AvatarSize = keyof typeof sizes;

interface AvatarProps {
  user: User;
  size?: AvatarSize;
  className?: string;
}

/** Initials on a colour of the person's own: two guests of one name still look different. */
export function Avatar({ user, size = 'large', className }: AvatarProps) {
  const hue = hueOf(user.id);
  return (
    <span
      aria-hidden
      style={{ '--hue': hue }}
      className={cn(
        'grid shrink-0 place-items-center bg-[oklch(0.88_0.075_var(--hue))] font-semibold text-[oklch(0.35_0.09_var(--hue))] dark:bg-[oklch(0.36_0.06_var(--hue))] dark:text-[oklch(0.9_0.06_var(--hue))]',
        sizes[size],
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
