'use client';
import type { ChatView } from '@fourways/chat-client';
import { useTranslations } from 'next-intl';
import { useChat } from './chat-context';

const typingOf = (view: ChatView) => view.typing;

/** Who is typing, in a slot that is always there, so that nothing moves. */
export function TypingLine({ roomId }: { roomId: string }) {
  const t = useTranslations('room');
  const names = useChat(typingOf)
    .filter((typing) => typing.roomId === roomId)
    .map((typing) => typing.user.name);
  const [first = '', second = ''] = names;
  return (
    <p data-testid="typing" className="flex h-6 shrink-0 items-center gap-2 px-4 text-xs text-soft sm:px-6">
      {names.length > 0 && (
        <>
          <Dots />
          <span className="truncate">{t('typing', { count: names.length, others: names.length - 1, first, second })}</span>
        </>
      )}
    </p>
  );
}

function Dots() {
  return (
    <span aria-hidden className="flex shrink-0 gap-0.5">
      {[0, 150, 300].map((delay) => (
        <span key={delay} style={{ animationDelay: `${delay}ms` }} className="size-1.5 animate-pulse rounded-full bg-accent" />
      ))}
    </span>
  );
}
