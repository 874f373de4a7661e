'use client';
import { startTransition, useEffect, useState } from 'react';
import { codeLanguage } from './code-language';
import type { CodeLine } from './code-line';
import { Highlighter } from './highlighter';
import { whenIdle } from './when-idle';

const highlighter = new Highlighter(() => new Worker(new URL('./highlight.worker.ts', import.meta.url), { type: 'module' }));

interface Highlighted {
  readonly code: string;
  readonly lines: readonly CodeLine[] | null;
}

/** The lines in colours, once they are there; null until then, and for a language that is not known. */
export function useHighlight(code: string, word: string): readonly CodeLine[] | null {
  const language = codeLanguage(word);
  const [latest, setLatest] = useState<Highlighted>(() => ({ code, lines: language ? highlighter.peek(code, language) : null }));
  useEffect(() => {
    if (!language || typeof Worker === 'undefined') return;
    let wanted = true;
    const show = (lines: Highlighted['lines']) => wanted && startTransition(() => setLatest({ code, lines }));
    const callOff = whenIdle(() => void highlighter.highlight(code, language).then(show));
    return () => {
      wanted = false;
      callOff();
    };
  }, [code, language]);
  return latest.code === code ? latest.lines : null;
}
