/** What a reader has chosen, in cookies, so that the server renders the page as it will be. */
export const PREFERENCES = {
  mode: 'fourways_mode',
  pollIntervalMs: 'fourways_interval',
  timeZone: 'fourways_zone',
  contrast: 'fourways_contrast',
} as const;

export function rememberPreference(preference: keyof typeof PREFERENCES, value: string): void {
  document.cookie = `${PREFERENCES[preference]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
