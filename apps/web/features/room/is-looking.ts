/** Somebody can be looking at this page: it is on the screen, and its window is the one in use. */
export function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
