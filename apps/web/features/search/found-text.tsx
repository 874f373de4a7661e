import { type Message, messageText, withoutMarks } from '@fourways/chat-core';
import { useMemo } from 'react';
import { excerpt } from './excerpt';
import { marked } from './marked';

const FEW_LINES = { before: 60, most: 280 };
const ONE_LINE = { before: 20, most: 120 };

interface FoundTextProps {
  message: Message;
  /** What it was found for. */
  words: readonly string[];
  oneLine?: boolean;
}

/** What was said, around the words it was found for, and those marked. */
export function FoundText({ message, words, oneLine = false }: FoundTextProps) {
  const pieces = useMemo(() => {
    const text = withoutMarks(messageText(message));
    const part = oneLine ? excerpt(text.replace(/\s+/g, ' ').trim(), words, ONE_LINE) : excerpt(text, words, FEW_LINES);
    return marked(part, words);
  }, [message, words, oneLine]);
  return pieces.map(({ text, found }, i) => (found ? <Mark key={i} text={text} /> : text));
}

function Mark({ text }: { text: string }) {
  return <mark className="rounded-xs bg-warn/25 font-medium text-ink">{text}</mark>;
}
