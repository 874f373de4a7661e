import { matching, oneOf } from './rule';
import { PreferenceStore } from './preference-store';

/** What this device is to do, key by key; the first value is the one to begin with. */
const SCHEMA = {
  sounds: oneOf('personal', 'all', 'none'),
  notifications: oneOf(false, true),
  /** Also while no page is open. */
  push: oneOf(false, true),
  quiet: oneOf(false, true),
  quietFrom: matching(/^([01]\d|2[0-3]):[0-5]\d$/, '22:00'),
  quietTo: matching(/^([01]\d|2[0-3]):[0-5]\d$/, '08:00'),
  singleKeys: oneOf(true, false),
  /** What sends a message: Enter, or Ctrl+Enter (⌘+Enter), with Enter for a new line. */
  sendWith: oneOf('enter', 'ctrl-enter'),
  /** Whether the others are told that one types. */
  typingNotices: oneOf(true, false),
  /** Whether the others in a small room are told how far one has read. */
  receipts: oneOf(true, false),
};

export type Preferences = { readonly [K in keyof typeof SCHEMA]: (typeof SCHEMA)[K]['fallback'] };

export const preferences = new PreferenceStore<Preferences>('fourways.preferences', SCHEMA);
