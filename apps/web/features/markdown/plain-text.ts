const MARKS = /[*_~`\\[\]<|@]|:\/\/|www\.|^[ \t]*(?:[>#+-]|\d+[.)][ \t])/im;

/** Whether Markdown would change nothing but white space: most of what people say, and not worth a parser. */
export function isPlain(text: string): boolean {
  return !MARKS.test(text);
}
