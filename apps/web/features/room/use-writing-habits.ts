'use client';
import { useCallback } from 'react';
import { useDevicePreference } from '@/features/preferences/use-device-preference';
import type { WritingHabits } from './composer-key';

const TOUCH_ONLY = '(pointer: coarse) and (hover: none)';

/** How one writes here: asked at each key, since a keyboard may be put to a tablet. */
export function useWritingHabits(): () => WritingHabits {
  const [sendWith] = useDevicePreference('sendWith');
  return useCallback(() => ({ sendWith, touch: window.matchMedia(TOUCH_ONLY).matches }), [sendWith]);
}
