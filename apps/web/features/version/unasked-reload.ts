const KEY = 'fourways.reloaded';

/** Whether this tab may still reload by itself for a version: once, since a cache that gives back the old page must not make it spin. */
export function mayReloadFor(version: string): boolean {
  try {
    return sessionStorage.getItem(KEY) !== version;
  } catch {
    return false;
  }
}

export function reloadFor(version: string): void {
  sessionStorage.setItem(KEY, version);
  location.reload();
}
