'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { LIMITS } from '@fourways/chat-core';
import { LoaderCircle, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoreButton } from '@/components/ui/more-button';
import { useTimeline } from '@/features/room/chat-context';
import { useRoomId } from '@/features/rooms/served-address';
import { FoundMessage } from './found-message';
import { type Scope, SearchScope } from './search-scope';
import { type Hit, useSearch } from './use-search';

interface SearchPanelProps {
  words: string;
  onGo: (roomId: string, messageId: string) => void;
}

/** A field, and under it what was found, the newest first. */
export function SearchPanel({ words, onGo }: SearchPanelProps) {
  const t = useTranslations('search');
  const current = useTimeline().rooms.get(useRoomId());
  const [scope, setScope] = useState<Scope>('everywhere');
  const [typed, setTyped] = useState(words);
  const { found, hasMore, busy, refusal, more } = useSearch(typed, scope === 'here' ? current?.room.id : undefined);
  return (
    <Autocomplete.Root open inline mode="none" filter={null} items={found} value={typed} onValueChange={setTyped} itemToStringValue={({ message }: Hit) => message.id}>
      <div className="grid gap-3">
        <div className="flex items-center gap-3 rounded-xl border border-edge/70 bg-raised px-3.5 focus-within:border-accent">
          {busy ? <LoaderCircle className="size-4 shrink-0 animate-spin text-soft" aria-hidden /> : <Search className="size-4 shrink-0 text-soft" aria-hidden />}
          <Autocomplete.Input
            autoFocus
            aria-label={t('field')}
            placeholder={t('placeholder')}
            maxLength={LIMITS.queryChars}
            className="h-12 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-soft"
          />
        </div>
        {current?.joined && <SearchScope room={current.room} value={scope} onChange={setScope} />}
        <Autocomplete.Status className="text-sm text-soft">
          <State typed={typed} count={found.length} busy={busy} refusal={refusal} more={hasMore} />
        </Autocomplete.Status>
        <Autocomplete.List aria-label={t('results')} className="-mx-2 empty:hidden">
          {(hit: Hit) => <FoundMessage key={hit.message.id} hit={hit} onGo={onGo} />}
        </Autocomplete.List>
        {hasMore && !busy && (
          <MoreButton look="outline" className="justify-self-center" onClick={more}>
            {t('more')}
          </MoreButton>
        )}
      </div>
    </Autocomplete.Root>
  );
}

interface StateProps {
  typed: string;
  count: number;
  more: boolean;
  busy: boolean;
  refusal: string | undefined;
}

/** What came of it; before anything is typed, what one can do here. */
function State({ typed, count, more, busy, refusal }: StateProps) {
  const t = useTranslations('search');
  if (refusal) return <p className="text-danger">{refusal}</p>;
  if (!typed.trim()) return <p className="py-4 text-pretty">{t('hint')}</p>;
  if (count > 0) return t(more ? 'foundMore' : 'found', { count });
  return busy ? t('searching') : <p className="py-4 text-pretty">{t('nothing')}</p>;
}
