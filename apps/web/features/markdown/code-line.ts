/** A line of highlighted code: pieces of its text, each with a colour per theme. */
export type CodeLine = readonly { readonly text: string; readonly light: string; readonly dark: string }[];
