'use client';
import type { RoomTimeline } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { MoreButton } from '@/components/ui/more-button';
import { sharedNames, tagOf } from '@/features/room/namesakes';
import { PersonLine } from './person-line';
import { usePeople } from './use-people';

/** So many need no search. */
const FEW = 8;

/** Who is in a room, a page at a time; asked anew when somebody comes or goes. */
export function MemberList({ timeline: { room, memberCount, membersSeq }, onGo }: { timeline: RoomTimeline; onGo: () => void }) {
  const t = useTranslations('roomDetails');
  const id = useId();
  const [typed, setTyped] = useState('');
  const { people, hasMore, refusal, busy, more } = usePeople(typed, room.id, membersSeq);
  const shared = sharedNames(people);
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} className="text-sm font-medium">
        {t('members')}
      </h3>
      {memberCount > FEW && (
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={t('findMember')}
          placeholder={t('findMember')}
          className="h-10 w-full rounded-lg border border-edge/70 bg-raised px-3 text-base placeholder:text-soft/80 sm:text-sm"
        />
      )}
      <ul aria-labelledby={id} className="-mx-2 grid max-h-72 gap-px overflow-y-auto" aria-busy={busy}>
        {people.map((user) => (
          <PersonLine key={user.id} user={user} tag={tagOf(user, shared)} onGo={onGo} />
        ))}
      </ul>
      {(refusal || (!busy && people.length === 0)) && (
        <p role="status" className="text-sm text-soft">
          {refusal ?? t('noMember')}
        </p>
      )}
      {hasMore && (
        <MoreButton look="ghost" onClick={more}>
          {t('moreMembers')}
        </MoreButton>
      )}
    </section>
  );
}
