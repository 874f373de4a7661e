import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { CodeLanguage } from './code-language';
import type { CodeLine } from './code-line';
import { grammars } from './grammars';

export interface HighlightRequest {
  readonly id: number;
  readonly code: string;
  readonly language: CodeLanguage;
}

export interface HighlightAnswer {
  readonly id: number;
  /** Null: it did not work, and the code stays as it is. */
  readonly lines: readonly CodeLine[] | null;
}

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** A line that takes longer keeps one colour from there on. The first one has the grammar compiled, which alone took over half a second in a slow browser. */
const LINE_MS = 5_000;

let shared: Promise<HighlighterCore> | undefined;

addEventListener('message', ({ data }: MessageEvent<HighlightRequest>) => {
  void linesOf(data)
    .catch(() => null)
    .then((lines) => postMessage({ id: data.id, lines } satisfies HighlightAnswer));
});

async function linesOf({ code, language }: HighlightRequest): Promise<CodeLine[]> {
  const highlighter = await (shared ??= start());
  await highlighter.loadLanguage(grammars[language]);
  const lines = highlighter.codeToTokensWithThemes(code, { lang: language, themes, tokenizeTimeLimit: LINE_MS });
  return lines.map((line) =>
    line.map(({ content, variants }) => ({ text: content, light: variants.light?.color ?? '', dark: variants.dark?.color ?? '' })),
  );
}

function start(): Promise<HighlighterCore> {
  return createHighlighterCore({
    themes: [import('shiki/themes/github-light-high-contrast.mjs'), import('shiki/themes/github-dark-high-contrast.mjs')],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}
