import type { Mentions } from '@fourways/chat-core';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { isFewEmoji } from '@/features/emoji/only-emoji';
import { LazyMarkdown } from '@/features/markdown/lazy-markdown';
import { isPlain } from '@/features/markdown/plain-text';

interface MessageBodyProps {
  body: string;
  /** Said behind it. */
  note?: string | undefined;
  mentions?: Mentions | undefined;
  me?: string;
}

/** What a message says. Most texts are plain and pay for no parser; a few emoji alone are large. */
export const MessageBody = memo(function MessageBody({ body, note, mentions, me }: MessageBodyProps) {
  const large = isFewEmoji(body);
  if (!large && !isPlain(body)) {
    return (
      <div className="leading-[1.5]">
        <LazyMarkdown text={body} mentions={mentions} me={me} />
        {note && <p className="text-xs text-soft">{note}</p>}
      </div>
    );
  }
  return (
    <div className={cn('whitespace-pre-wrap wrap-anywhere', large ? 'text-4xl leading-tight' : 'leading-[1.5]')}>
      {body}
      {note && <span className="ml-2 text-xs text-soft">{note}</span>}
    </div>
  );
});
