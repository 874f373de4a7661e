import type { Preferences } from '@/features/preferences/preferences';
import type { Combo, SHORTCUTS } from './shortcuts';

/** The keys of a shortcut on this device, where one may have chosen to send with others. */
export function comboOf({ id, combo }: (typeof SHORTCUTS)[number], sendWith: Preferences['sendWith']): Combo {
  if (sendWith === 'enter' || (id !== 'send' && id !== 'newLine')) return combo;
  return id === 'send' ? { key: 'Enter', mod: true } : { key: 'Enter' };
}
