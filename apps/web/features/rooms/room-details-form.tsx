'use client';
import { type ChatError, LIMITS, type Room, RoomName } from '@fourways/chat-core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { nameProblem } from '@/components/name-problem';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useChatClient } from '@/features/room/chat-context';
import { useErrorText } from '@/features/room/error-text';
import { TopicField } from './topic-field';

/** Renames a room and says what it is about. The lobby keeps its name. */
export function RoomDetailsForm({ room }: { room: Room }) {
  const t = useTranslations();
  const client = useChatClient();
  const errorText = useErrorText();
  const [before, setBefore] = useState({ name: room.name, topic: room.topic ?? '' });
  const [name, setName] = useState(before.name);
  const [topic, setTopic] = useState(before.topic);
  const [refusal, setRefusal] = useState<string>();
  const [state, setState] = useState<'open' | 'busy' | 'saved'>('open');
  const problem = nameProblem(RoomName, name);
  // Not with what the room is called now: whoever changes the topic does not undo a name that somebody else gives it meanwhile.
  const change = { ...(name.trim() !== before.name && { name }), ...(topic.trim() !== before.topic && { topic }) };
  const changed = Object.keys(change).length > 0;

  function typed(set: (text: string) => void, text: string) {
    set(text);
    setRefusal(undefined);
    setState('open');
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (state === 'busy' || !changed || topic.length > LIMITS.topicChars) return;
    if (problem) return setRefusal(t(`rooms.${problem}`, { limit: LIMITS.roomNameChars }));
    setState('busy');
    try {
      await client.changeRoom(room.id, change);
      setBefore({ name: name.trim(), topic: topic.trim() });
      setState('saved');
    } catch (error) {
      setRefusal((error as ChatError).code === 'room_name_taken' ? t('rooms.taken') : errorText(error));
      setState('open');
    }
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate className="grid gap-1">
      <TextField
        label={t('rooms.name')}
        value={name}
        error={refusal}
        hint={room.ownerId ? undefined : t('roomDetails.lobbyName')}
        readOnly={!room.ownerId}
        autoComplete="off"
        onChange={(event) => typed(setName, event.target.value)}
      />
      <TopicField value={topic} onChange={(text) => typed(setTopic, text)} />
      <Button type="submit" aria-disabled={!changed || state === 'busy'} className="mt-1 justify-self-start">
        {t('roomDetails.save')}
      </Button>
      <p role="status" className="sr-only">
        {state === 'saved' && t('roomDetails.saved')}
      </p>
    </form>
  );
}
