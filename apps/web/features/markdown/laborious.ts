const FENCES = /^[ \t]*(```|~~~)[^\n]*\n[\s\S]*?^[ \t]*\1/gm;
const MARK = /[*_~`[\]|<>@\\]|:\/\//g;
const NESTED = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s))){9}/m;
const MOST_LINES = 200;
const MOST_MARKS = 400;

/**
 * Whether a text would keep the parser busy for longer than a reader should wait: 8,000 characters of nothing but marks
 * take seconds, in every browser that shows them and on the server. Nobody writes like that by hand.
 */
export function isLaborious(text: string): boolean {
  const outside = text.replace(FENCES, '');
  return countOf(outside, /\n/g) > MOST_LINES || countOf(outside, MARK) > MOST_MARKS || NESTED.test(outside);
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
