import type { Mentions } from '@fourways/chat-core';
import { memo, type ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import { isLaborious } from './laborious';
import { flavour } from './markdown-flavour';
import { parts } from './markdown-parts';
import { mentionMarks } from './mention-marks';

interface MarkdownProps {
  text: string;
  /** Whom it calls. */
  mentions?: Mentions | undefined;
  /** Who reads it. */
  me?: string | undefined;
}

/** A text with its Markdown: parsed once, drawn as elements, never as HTML. */
export const Markdown = memo(function Markdown({ text, mentions, me }: MarkdownProps) {
  return <div className="wrap-anywhere [&>*+*]:mt-2">{elementsOf(text, mentionMarks(mentions, me))}</div>;
});

/** What the parser cannot digest is shown as it was typed. */
function elementsOf(text: string, marks: ReturnType<typeof mentionMarks>): ReactNode {
  const asTyped = <p className="whitespace-pre-wrap">{text}</p>;
  if (isLaborious(text)) return asTyped;
  try {
    return ReactMarkdown({ ...flavour, rehypePlugins: [...flavour.rehypePlugins!, marks], components: parts, children: text });
  } catch {
    return asTyped;
  }
}
