'use client';
import { useCallback } from 'react';
import { usePreferences } from '@/features/preferences/use-preferences';
import type { WritingHabits } from './composer-key';

const TOUCH_ONLY = '(pointer: coarse) and (hover: none)';

/** How one writes here: asked at each key, since a keyboard may be put to a tablet. */
export function useWritingHabits(): () => WritingHabits {
  const [{ sendWith }] = usePreferences();
  return useCallback(() => ({ sendWith, touch: window.matchMedia(TOUCH_ONLY).matches }), [sendWith]);
}
