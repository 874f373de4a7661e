/** Puts the keyboard where one writes; says whether it was elsewhere. A dialog that closes gives the focus back first. */
export function focusComposer(): boolean {
  const composer = document.getElementById('composer');
  if (!composer || document.activeElement === composer) return false;
  composer.focus();
  requestAnimationFrame(() => composer.focus());
  return true;
}

/** Puts the notice of new messages away; says whether there was one. */
export function putNewsAway(): boolean {
  const button = document.querySelector<HTMLButtonElement>('button[data-put-away]');
  button?.click();
  return button !== null;
}

/** Goes to the newest message, if the reader stands before it. */
export function goToEnd(): void {
  document.querySelector<HTMLButtonElement>('button[data-to-end]')?.click();
}
