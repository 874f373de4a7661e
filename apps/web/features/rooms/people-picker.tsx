'use client';
import { Combobox } from '@base-ui/react/combobox';
import type { User } from '@fourways/chat-core';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { sharedNames, tagOf } from '@/features/room/namesakes';
import { goesBy } from './goes-by';
import { PresenceAvatar } from './presence-avatar';
import { usePeople } from './use-people';

interface PeoplePickerProps {
  label: string;
  chosen: readonly User[];
  onChange: (people: User[]) => void;
  /** Who cannot be chosen. */
  without: ReadonlySet<string>;
}

/** Finds people by their names; those chosen stand as chips before what is typed. */
export function PeoplePicker({ label, chosen, onChange, without }: PeoplePickerProps) {
  const t = useTranslations('direct');
  const fieldId = useId();
  const [typed, setTyped] = useState('');
  const { people, busy, refusal } = usePeople(typed);
  const found = people.filter(({ id, name }) => !without.has(id) && goesBy(name, typed));
  const shared = sharedNames([...found, ...chosen]);

  function choose(next: User[]) {
    setTyped('');
    onChange(next);
  }

  return (
    <Combobox.Root
      multiple
      items={found}
      filter={null}
      value={[...chosen]}
      onValueChange={choose}
      inputValue={typed}
      onInputValueChange={setTyped}
      itemToStringLabel={({ name }: User) => name}
      isItemEqualToValue={(a: User, b: User) => a.id === b.id}
      autoHighlight
    >
      <div className="grid gap-1.5">
        <label htmlFor={fieldId} className="text-sm font-medium">
          {label}
        </label>
        <Combobox.InputGroup className="flex min-h-12 cursor-text items-center rounded-lg border border-edge/70 bg-raised px-2 py-1.5 focus-within:outline-2 focus-within:outline-accent">
          <Combobox.Chips className="flex w-full min-w-0 flex-wrap items-center gap-1.5">
            {chosen.map((user) => (
              <Chip key={user.id} user={user} tag={tagOf(user, shared)} />
            ))}
            <Combobox.Input
              id={fieldId}
              autoFocus
              placeholder={chosen.length === 0 ? t('placeholder') : ''}
              aria-description={chosen.length > 0 ? t('chosen', { count: chosen.length }) : undefined}
              className="h-8 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-soft/80"
            />
          </Combobox.Chips>
        </Combobox.InputGroup>
      </div>
      <Combobox.Portal role="region" aria-label={label}>
        <Combobox.Positioner className="z-60 outline-none" sideOffset={6}>
          <Combobox.Popup
            aria-busy={busy || undefined}
            className="max-h-[min(var(--available-height),18rem)] w-(--anchor-width) overflow-y-auto overscroll-contain rounded-xl border bg-raised p-1.5 shadow-float outline-none"
          >
            <Combobox.Empty className="px-2.5 py-2 text-sm text-soft empty:hidden">{refusal ?? t(busy ? 'searching' : 'nobody')}</Combobox.Empty>
            <Combobox.List>{(user: User) => <Option key={user.id} user={user} tag={tagOf(user, shared)} />}</Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

interface PersonProps {
  user: User;
  tag: string | null;
}

function Chip({ user, tag }: PersonProps) {
  const t = useTranslations('direct');
  return (
    <Combobox.Chip
      aria-label={user.name}
      className="flex h-8 max-w-full items-center gap-1.5 rounded-md bg-ink/8 pr-1 pl-1 text-sm outline-none focus-within:bg-ink/15 data-highlighted:bg-ink/15"
    >
      <PresenceAvatar user={user} size="small" silent />
      <span className="truncate">
        {user.name} {tag && <span className="text-xs text-soft">{tag}</span>}
      </span>
      <Combobox.ChipRemove aria-label={t('remove', { name: user.name })} className="grid size-6 shrink-0 place-items-center rounded text-soft hover:bg-ink/10 hover:text-ink">
        <X className="size-3.5" />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
}

function Option({ user, tag }: PersonProps) {
  return (
    <Combobox.Item value={user} className="flex min-h-11 cursor-default items-center gap-2.5 rounded-lg px-2 text-sm outline-none select-none data-highlighted:bg-hover">
      <PresenceAvatar user={user} />
      <span className="min-w-0 truncate">{user.name}</span>
      {tag && <span className="text-xs text-soft">{tag}</span>}
      <Combobox.ItemIndicator className="ml-auto">
        <Check className="size-4" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  );
}
