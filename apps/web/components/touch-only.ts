const TOUCH_ONLY = '(pointer: coarse) and (hover: none)';

/** Whether the keyboard is one on the screen: asked anew each time, since a real one may be put to a tablet. */
export function touchOnly(): boolean {
  return window.matchMedia(TOUCH_ONLY).matches;
}
