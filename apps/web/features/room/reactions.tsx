'use client';
import type { Message, Reaction } from '@fourways/chat-core';
import { SmilePlus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { EmojiButton } from '@/features/emoji/emoji-button';
import type { RowActs } from './row-acts';

interface ReactionsProps {
  message: Message;
  me: string;
  readOnly: boolean;
  acts: RowActs;
}

const chip = 'inline-flex h-7 items-center gap-1.5 rounded-full border px-2 text-sm transition-colors';

/** Who has reacted how: one chip an emoji, which is pressed when one is among them. */
export function Reactions({ message, me, readOnly, acts }: ReactionsProps) {
  const t = useTranslations('message');
  const given = (message.reactions ?? []).filter(({ users }) => users.length > 0);
  if (given.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1 pt-1 pb-0.5">
      {given.map((reaction) => (
        <Chip key={reaction.emoji} reaction={reaction} mine={reaction.users.some(({ id }) => id === me)} disabled={readOnly} onToggle={() => acts.react(message, reaction.emoji)} />
      ))}
      {!readOnly && (
        <EmojiButton label={t('react')} className={cn(chip, 'text-soft hover:bg-hover hover:text-ink')} onPick={(emoji) => acts.react(message, emoji)}>
          <SmilePlus className="size-4" />
        </EmojiButton>
      )}
    </div>
  );
}

interface ChipProps {
  reaction: Reaction;
  mine: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function Chip({ reaction: { emoji, users }, mine, disabled, onToggle }: ChipProps) {
  const t = useTranslations('message');
  const format = useFormatter();
  const names = format.list(users.map(({ name }) => name));
  return (
    <button
      type="button"
      aria-pressed={mine}
      aria-label={t('reacted', { emoji, names, count: users.length })}
      title={names}
      disabled={disabled}
      onClick={onToggle}
      className={cn(chip, mine ? 'border-accent bg-accent/12 text-ink' : 'bg-sunken hover:bg-hover')}
    >
      <span aria-hidden>{emoji}</span>
      <span aria-hidden className="text-xs font-medium tabular-nums">
        {format.number(users.length)}
      </span>
    </button>
  );
}
