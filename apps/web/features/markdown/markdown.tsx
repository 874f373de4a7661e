import { memo, type ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import { isLaborious } from './laborious';
import { flavour } from './markdown-flavour';
import { parts } from './markdown-parts';

/** A text with its Markdown: parsed once, drawn as elements, never as HTML. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <div className="wrap-anywhere [&>*+*]:mt-2">{elementsOf(text)}</div>;
});

/** What the parser cannot digest is shown as it was typed. */
function elementsOf(text: string): ReactNode {
  const asTyped = <p className="whitespace-pre-wrap">{text}</p>;
  if (isLaborious(text)) return asTyped;
  try {
    return ReactMarkdown({ ...flavour, components: parts, children: text });
  } catch {
    return asTyped;
  }
}
