const CLOSED = /(?:^|[^\p{L}\p{N}:]):([\p{L}\p{N}_+-]+):$/u;

const LONGEST = 64;

export interface Shortcode {
  readonly name: string;
  /** The place of its first colon. */
  readonly from: number;
  readonly to: number;
}

/** The `:name:` whose second colon was typed just now. In code a name stays a name. */
export function closedShortcode(text: string, caret: number): Shortcode | null {
  const before = text.slice(0, caret);
  const name = CLOSED.exec(before.slice(-LONGEST))?.[1];
  if (name === undefined || isCode(before)) return null;
  return { name, from: caret - name.length - 2, to: caret };
}

function isCode(before: string): boolean {
  const inFence = count(before, '```') % 2 === 1;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return inFence || count(line.replaceAll('```', ''), '`') % 2 === 1;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
