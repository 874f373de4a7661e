'use client';
import { useCallback } from 'react';
import { touchOnly } from '@/components/touch-only';
import { usePreferences } from '@/features/preferences/use-preferences';
import type { WritingHabits } from './composer-key';

/** How one writes here: asked at each key, since a keyboard may be put to a tablet. */
export function useWritingHabits(): () => WritingHabits {
  const [{ sendWith }] = usePreferences();
  return useCallback(() => ({ sendWith, touch: touchOnly() }), [sendWith]);
}
