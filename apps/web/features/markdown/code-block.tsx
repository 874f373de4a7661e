'use client';
import { useTranslations } from 'next-intl';
import { CodeTokens } from './code-tokens';
import { CopyButton } from './copy-button';
import { useHighlight } from './use-highlight';

interface CodeBlockProps {
  code: string;
  /** As its author named it; may be empty or unknown. */
  language: string;
}

/** Code as it was typed; colours come later and move nothing. Long lines scroll within the block. */
export function CodeBlock({ code, language }: CodeBlockProps) {
  const t = useTranslations('markdown');
  const lines = useHighlight(code, language);
  return (
    <div className="group/code relative my-1 rounded-xl border bg-raised">
      <pre
        role="group"
        aria-label={language ? t('codeIn', { language }) : t('code')}
        tabIndex={0}
        data-highlighted={lines ? true : undefined}
        className="overflow-x-auto rounded-xl p-3 pr-12 font-mono text-sm leading-6 whitespace-pre outline-offset-[-2px]"
      >
        <code>{lines ? <CodeTokens lines={lines} /> : code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  );
}
