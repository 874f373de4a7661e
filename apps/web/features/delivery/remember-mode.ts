import type { ModeChoice } from '@fourways/chat-core';
import { rememberPreference } from '@/components/preference-cookie';

/** A mode in the address was for once; the choice made by hand counts from now on. */
export function rememberMode(choice: ModeChoice): void {
  rememberPreference('mode', choice);
  const address = new URL(window.location.href);
  if (!address.searchParams.has('mode')) return;
  address.searchParams.delete('mode');
  window.history.replaceState(null, '', address);
}
