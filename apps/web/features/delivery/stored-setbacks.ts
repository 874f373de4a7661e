import type { Setback, SetbackMemory } from '@fourways/chat-client';
import { MODES } from '@fourways/chat-core';

const KEY = 'fourways.setbacks';

/** What this browser has learned of its network, for the next page. Where storage is forbidden, each page learns by itself. */
export const storedSetbacks: SetbackMemory = {
  load() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isSetback) : [];
    } catch {
      return [];
    }
  },

  keep(setbacks) {
    try {
      if (setbacks.length > 0) localStorage.setItem(KEY, JSON.stringify(setbacks));
      else localStorage.removeItem(KEY);
    } catch {
      return;
    }
  },
};

function isSetback(value: Partial<Setback> | null): value is Setback {
  return MODES.some((mode) => mode === value?.mode) && typeof value?.reason === 'string' && Number.isFinite(value.at) && Number.isFinite(value.nextTryTs);
}
