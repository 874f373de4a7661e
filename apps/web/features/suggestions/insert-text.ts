/** Puts a text in the place of another, as if typed: the caret stands behind it, and Ctrl-Z takes it away again. */
export function insertText(field: HTMLTextAreaElement, text: string, from = field.selectionStart, to = field.selectionEnd): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (typed(text)) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** Marked as old, and still the only way that keeps the history of a text field. */
function typed(text: string): boolean {
  return typeof document.execCommand === 'function' && document.execCommand('insertText', false, text);
}
